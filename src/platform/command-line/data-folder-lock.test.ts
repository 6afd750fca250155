import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identifyProcess } from "../process-identity.ts";
import { findHolder, lockDataFolder } from "./data-folder-lock.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fundproof-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, "fundproof.lock");

describe("the lock of a data folder", () => {
  test("is taken and given back without a trace", async () => {
    const lock = await lockDataFolder(folder);
    expect(findHolder(folder)?.pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is refused to a second process, with the first one's number", async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(new RegExp(`already runs.*process ${process.pid}`));
    lock.release();
  });

  test("of a process that is just stopping is waited for", async () => {
    const first = await lockDataFolder(folder);
    first.announceStop();
    setTimeout(first.release, 300);
    const second = await lockDataFolder(folder);
    expect(findHolder(folder)?.state).toBe("running");
    second.release();
  });

  test.each([
    ["names a process that is gone", JSON.stringify({ pid: 4_194_000, identity: "x", state: "running" })],
    [
      "names a number that another program has now",
      JSON.stringify({ pid: process.pid, identity: "earlier", state: "running" }),
    ],
    ["was cut off by a crash", '{"pid": 1'],
    ["is empty", ""],
  ])("that %s is no obstacle", async (_what, content) => {
    writeFileSync(file(), content);
    expect(findHolder(folder)).toBeUndefined();
    (await lockDataFolder(folder)).release();
  });

  test("says who holds it in words that a later process can check", async () => {
    const lock = await lockDataFolder(folder);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({
      pid: process.pid,
      identity: identifyProcess(process.pid),
      state: "running",
    });
    lock.release();
  });
});
