import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fullDiskHint, makeDataFolder, refuseFullDisk } from "./data-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fundproof-data-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a start on a disk that is nearly full is refused before anything is written, with what is left and what is needed", () => {
  const attempt = (): void => refuseFullDisk(folder, Number.MAX_SAFE_INTEGER);
  expect(attempt).toThrow(`The disk of ${folder} is full`);
  expect(attempt).toThrow(/\d+ MB are left, at least \d+ MB are needed[\s\S]*Make room there/);
});

test("a disk with room is no reason for anything", () => {
  expect(() => refuseFullDisk(folder, 1)).not.toThrow();
  expect(fullDiskHint(folder)).toBe("");
});

test("a data folder that is a file is refused by its name", () => {
  const path = join(folder, "data");
  writeFileSync(path, "");
  expect(() => makeDataFolder(path)).toThrow(`The data folder ${path} cannot be used: it is a file, not a folder`);
});
