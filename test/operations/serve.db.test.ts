import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFreePort } from "../../src/platform/database/free-local-port.ts";
import { makeDemo } from "../program/demo-folder.ts";
import {
  childEnvironment,
  makeDataDir,
  type RunningProgram,
  runCommand,
  startProgram,
} from "../program/start-program.ts";

const NOBODY = 65_534;
let dataDir = "";
let running: RunningProgram | undefined;
beforeEach(() => {
  dataDir = makeDataDir();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  // A program that is still on its way out may write at this moment.
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

async function start(variables: Record<string, string> = {}): Promise<RunningProgram> {
  running = await startProgram({ DATA_DIR: dataDir, ...variables });
  return running;
}

const postmaster = (): number =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const isUp = (program: RunningProgram): Promise<boolean> =>
  fetch(`${program.baseUrl}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

describe("a wrong start", () => {
  test("tells every wrong variable at once and touches nothing", async () => {
    const { code, output } = await runCommand(["serve"], { DATA_DIR: dataDir, PORT: "http", MAX_UPLOAD_BYTES: "25MB" });
    expect(code).toBe(3);
    expect(output).toMatch(/MAX_UPLOAD_BYTES\n\s+found: {4}"25MB"\n\s+expected: /);
    expect(output).toMatch(/PORT\n\s+found: {4}"http"\n\s+expected: a whole number from 1 to 65535/);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test("in production without a secret is refused", async () => {
    const { code, output } = await runCommand(["serve"], { DATA_DIR: dataDir, NODE_ENV: "production" });
    expect(code).toBe(3);
    expect(output).toContain("SESSION_SECRET");
  });

  test("on a port that is taken says so before it starts a database", async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, "127.0.0.1");
    const { code, output } = await runCommand(["serve"], { DATA_DIR: dataDir, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Another program already listens on port ${port}`);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    expect(existsSync(join(dataDir, "fundproof.lock"))).toBe(false);
  });

  test("on a data folder of somebody else names both users and the ways out", async () => {
    // Root may write everywhere, so it takes somebody else's place; anybody else is shut out of a folder of his own.
    const isRoot = process.getuid?.() === 0;
    chmodSync(dataDir, 0o555);
    const { code, output } = await runCommand(["serve"], { DATA_DIR: dataDir }, "", isRoot ? NOBODY : undefined);
    expect(code).toBe(1);
    expect(output).toMatch(
      /data folder .* belongs to user \d+, and the program runs as user \d+, who may not write there/,
    );
    expect(output).toContain("chown -R");
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test("with a database that cannot be reached names the variable and shows no password", async () => {
    const databaseUrl = "postgres://operator:hunter2@127.0.0.1:1/fundproof";
    const { code, output } = await runCommand(["serve"], {
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: String(await findFreePort()),
    });
    expect(code).toBe(1);
    expect(output).toMatch(/operator@127\.0\.0\.1:1\/fundproof \(DATABASE_URL\) cannot be reached/);
    expect(output).not.toContain("hunter2");
  });

  test("with an unknown command lists the commands", async () => {
    const { code, output } = await runCommand(["sevre"], {});
    expect(code).toBe(2);
    expect(output).toMatch(/no command "sevre"[\s\S]*serve[\s\S]*migrate/);
  });
});

test("migrate prepares an empty data folder, finds nothing to do afterwards, and leaves no server behind", async () => {
  const first = await runCommand(["migrate"], { DATA_DIR: dataDir });
  expect(first).toMatchObject({ code: 0 });
  expect(first.output).toContain("applied 0001_platform");
  expect(await runCommand(["migrate"], { DATA_DIR: dataDir })).toMatchObject({
    code: 0,
    output: expect.stringContaining("Nothing to do") as unknown,
  });
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
});

describe("a running program", () => {
  test("that began in an empty folder stops cleanly once, however often it is asked, and leaves no server behind", async () => {
    const program = await start();
    expect(program.output()).toContain("Demo data made.");
    expect(await isUp(program)).toBe(true);
    program.signal("SIGTERM");
    program.signal("SIGINT");
    await pause(20);
    program.signal("SIGTERM");
    expect(await program.stop()).toBe(0);
    expect(program.output().match(/Stopping/g)).toHaveLength(1);
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    expect(existsSync(join(dataDir, "fundproof.lock"))).toBe(false);
  });

  test("keeps its data folder for itself, but lets a short command in", async () => {
    await makeDemo(dataDir);
    const program = await start();
    const second = await runCommand(["serve"], { DATA_DIR: dataDir, PORT: String(await findFreePort()) });
    expect(second).toMatchObject({
      code: 1,
      output: expect.stringContaining("already runs on the data folder") as unknown,
    });
    expect(await runCommand(["migrate"], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(await isUp(program)).toBe(true);
  });

  test("that was killed is followed by a normal start on what it left", async () => {
    await makeDemo(dataDir);
    await (await start()).kill();
    expect(await isUp(await start())).toBe(true);
  });

  test("survives that its database server is killed", async () => {
    await makeDemo(dataDir);
    const program = await start();
    process.kill(postmaster(), "SIGKILL");
    for (let tries = 0; tries < 100 && !program.output().includes("is back"); tries += 1) await pause(100);
    for (let tries = 0; tries < 50 && !(await isUp(program)); tries += 1) await pause(100);
    expect(await isUp(program)).toBe(true);
    expect(await program.stop()).toBe(0);
  });

  test("does not stay behind when the script that started it is killed", async () => {
    await makeDemo(dataDir);
    const port = String(await findFreePort());
    const starter = spawn(process.execPath, ["test/program/starter.mjs"], {
      cwd: join(import.meta.dirname, "..", ".."),
      env: childEnvironment({ DATA_DIR: dataDir, PORT: port }),
      stdio: ["ignore", "pipe", "ignore"],
    });
    let spoken = "";
    starter.stdout.on("data", (chunk: Buffer) => (spoken += chunk.toString()));
    while (!spoken.includes("up\n") && starter.exitCode === null) await pause(50);
    starter.kill("SIGKILL");
    expect(spoken).toContain("up\n");
    // The next start waits for the one that is on its way out; that one may still answer the first knock on the port.
    const next = await start({ PORT: port });
    for (let tries = 0; tries < 100 && !next.output().includes("Fundproof runs at"); tries += 1) await pause(100);
    expect(next.output()).toContain("Fundproof runs at");
    expect(await isUp(next)).toBe(true);
  });
});
