import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programFile } from "../../scripts/lib/build-server.mjs";
import { findFreePort } from "../../src/platform/database/free-local-port.ts";

/** The whole program, running as an operator would run it. */
export interface RunningProgram {
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly pid: number;
  /** What it has written so far. */
  readonly output: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Resolves with its exit code when it has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop and waits; gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it without asking, as a crash would. */
  readonly kill: () => Promise<void>;
}

/** What the operator's own environment, or the test runner's (Vite sets BASE_URL), must not decide for a test. */
const ownVariables = [
  "PORT",
  "HOST",
  "DATABASE_URL",
  "DATABASE_APP_URL",
  "DATA_DIR",
  "FILES_URL",
  "BASE_URL",
  "TRUSTED_PROXY",
  "SESSION_SECRET",
  "SMTP_URL",
  "LOG_LEVEL",
  "DEMO",
  "MAX_UPLOAD_BYTES",
  "NODE_ENV",
];

/** A folder for the data of one run, in memory where that is possible. */
export function makeDataDir(): string {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-run-"));
}

/** The environment of a child: what the machine has, without our own variables, and these. */
export function childEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ownVariables.includes(name));
  return { ...Object.fromEntries(inherited), LOG_LEVEL: "warn", ...variables };
}

function spawnMain(args: readonly string[], variables: Readonly<Record<string, string>>, input = "", uid?: number) {
  const child = spawn(process.execPath, [programFile(), ...args], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: childEnvironment(variables),
    // With the channel the program ends when the test run is killed.
    stdio: ["pipe", "pipe", "pipe", "ipc"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  // A program that does not read its input may end before all of it was written.
  child.stdin?.on("error", () => {}).end(input);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

/** Runs one command to its end, with these variables and this standard input, as another user when root asks for it. */
export async function runCommand(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  input = "",
  uid?: number,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnMain(args, variables, input, uid);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, output: output() };
}

/** Starts a command that is not to run to its end. */
export function startCommand(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): { readonly kill: () => Promise<void> } {
  const { child } = spawnMain(args, variables);
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  return {
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

/**
 * Starts the program on a free port and waits until it is ready. Removes its data after the end when it made the folder.
 * `options` are those of `serve`.
 */
export async function startProgram(
  variables: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<RunningProgram> {
  const dataDir = variables["DATA_DIR"] ?? makeDataDir();
  const port = variables["PORT"] ?? String(await findFreePort());
  const { child, output } = spawnMain(["serve", ...options], {
    DEMO: "1",
    ...variables,
    DATA_DIR: dataDir,
    PORT: port,
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const code = await ended;
    if (variables["DATA_DIR"] === undefined && signal !== "SIGKILL") rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  const baseUrl = `http://localhost:${port}`;
  await waitUntilReady(baseUrl, child, output).catch(async (error: unknown) => {
    await end("SIGTERM");
    throw error;
  });
  return {
    baseUrl,
    dataDir,
    pid: child.pid ?? 0,
    output,
    signal: (signal) => void child.kill(signal),
    ended,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}

async function waitUntilReady(baseUrl: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${baseUrl}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The program was not ready after 60 s:\n${output()}`);
}

/** The jobs alone, as `fundproof work` runs them. */
export interface RunningWorker {
  readonly output: () => string;
  /** Asks it to stop and waits; gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts the jobs without a web server and waits until they run. */
export async function startWork(variables: Readonly<Record<string, string>>): Promise<RunningWorker> {
  const { child, output } = spawnMain(["work"], variables);
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const stop = (): Promise<number | null> => {
    child.kill("SIGTERM");
    return ended;
  };
  const deadline = Date.now() + 60_000;
  while (!output().includes("The jobs are running")) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The jobs did not start:\n${output()}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { output, stop };
}
