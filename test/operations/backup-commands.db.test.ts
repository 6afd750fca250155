import { chmodSync, type Dirent, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../src/platform/database/free-local-port.ts";
import { makeDemo } from "../program/demo-folder.ts";
import { makeDataDir, type RunningProgram, runCommand, startCommand, startProgram } from "../program/start-program.ts";
import { signIn } from "../program/visitor.ts";

const PARTNER = "incentives-admin@partner.example";
const home = makeDataDir();
// As root the database runs as another user, who must get to the folders in it.
chmodSync(home, 0o755);
const place = (name: string): string => join(home, name);
let running: RunningProgram | undefined;
beforeAll(async () => {
  await makeDemo(place("source"));
  running = await startProgram({ DATA_DIR: place("source") });
}, 180_000);
afterAll(async () => {
  await running?.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

const run = (args: readonly string[], dataDir: string) => runCommand(args, { DATA_DIR: place(dataDir) });
const claims = async (program: RunningProgram): Promise<unknown> =>
  (await signIn(program.baseUrl, PARTNER)).ask("/claims?limit=200");
const filesIn = (folder: string): Dirent[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test("a running program is backed up; what is restored elsewhere is in order and serves the same claims", async () => {
  if (!running) throw new Error("the program has not started");
  const backup = await run(["backup", place("backup")], "source");
  expect(backup).toMatchObject({ code: 0 });
  expect(backup.output).toMatch(/Database: \d+ rows of \d+ tables[\s\S]*Files: \d+[\s\S]*The backup is whole/);
  const before = await claims(running);
  const restored = await run(["restore", place("backup")], "restored");
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.output).toMatch(/It is whole: version[\s\S]*Every invariant holds\.\n$/);
  const second = await startProgram({ DATA_DIR: place("restored") });
  expect(await claims(second)).toEqual(before);
  expect(await second.stop()).toBe(0);
}, 180_000);

test("check names a file that is no longer what its row says", async () => {
  expect(await run(["check", "--files"], "restored")).toMatchObject({ code: 0 });
  const [file] = filesIn(place("restored/files"));
  writeFileSync(join(file?.parentPath ?? "", file?.name ?? ""), "something else");
  const spoiled = await run(["check"], "restored");
  expect(spoiled.code).toBe(1);
  expect(spoiled.output).toMatch(/FAILS {2}files-are-there\n {2}file [0-9a-f-]{36}, .*found 14 bytes, expected/);
  expect(spoiled.output).toContain("1 discrepancy was found.");
});

describe("nothing that exists is overwritten", () => {
  test("neither a folder that holds a database, nor one in which the program runs, nor an earlier backup", async () => {
    const restored = await run(["restore", place("backup")], "source");
    expect(restored).toMatchObject({ code: 1 });
    expect(restored.output).toContain("holds a database already. Nothing was restored.");
    const again = await run(["backup", place("backup")], "source");
    expect(again).toMatchObject({ code: 1 });
    expect(again.output).toContain("is not empty");
  });

  test("and a place with files of somebody else; the data folder is left as it was found", async () => {
    const files = `file://${place("somebody")}`;
    mkdirSync(place("somebody"));
    writeFileSync(join(place("somebody"), "theirs"), "x");
    const refused = await runCommand(["restore", place("backup")], { DATA_DIR: place("untouched"), FILES_URL: files });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toContain("holds files already");
    expect(readdirSync(place("untouched")).filter((name) => name !== "session-secret")).toEqual([]);
    expect(filesIn(place("somebody")).map(({ name }) => name)).toEqual(["theirs"]);
  });
});

test("a restore that is killed half-way is not mistaken for an installation: nothing starts on it before it is removed", async () => {
  const restore = startCommand(["restore", place("backup")], { DATA_DIR: place("cut") });
  while (!existsSync(place("cut/restore-unfinished"))) await new Promise((done) => setTimeout(done, 5));
  await restore.kill();
  const port = String(await findFreePort());
  for (const args of [["serve"], ["check"], ["restore", place("backup")]]) {
    const refused = await runCommand(args, { DATA_DIR: place("cut"), PORT: port });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toMatch(/was cut off|holds a database already/);
  }
});

test("what cannot be backed up or restored says why, and --help shows how", async () => {
  const nothing = await run(["backup", place("nothing")], "empty");
  expect(nothing).toMatchObject({ code: 1 });
  expect(nothing.output).toContain("There is no database in");
  const none = await run(["restore", place("no-backup")], "empty");
  expect(none).toMatchObject({ code: 1 });
  expect(none.output).toContain("is no whole backup");
  expect(readdirSync(place("empty")).filter((name) => name !== "session-secret")).toEqual([]);
  for (const command of ["backup", "restore"]) {
    expect(await run([command], "empty")).toMatchObject({ code: 2 });
    const help = await run([command, "--help"], "empty");
    expect(help).toMatchObject({ code: 0 });
    expect(help.output).toContain(`npm run fundproof -- ${command}`);
  }
});
