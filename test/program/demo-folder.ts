import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "./start-program.ts";

/** Names the folder in which one run of the tests keeps what they share. Set by {@link shareFolder}. */
const SHARED = "FUNDPROOF_TESTS_SHARE";

/**
 * Opens the folder of this run, for all processes that it starts from now on, unless a run around this one did.
 * @returns what removes it at the end.
 */
export function shareFolder(): () => void {
  if (process.env[SHARED] !== undefined) return () => undefined;
  const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = mkdtempSync(join(memory, `fundproof-share-${process.pid}-`));
  // As root the database runs as another user, who must get to the folders in it.
  chmodSync(folder, 0o755);
  process.env[SHARED] = folder;
  return () => {
    delete process.env[SHARED];
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
}

/**
 * Puts the demo into a data folder in which nothing is, so that the program finds it there and starts at once. Within a run
 * of the tests it is made once, by whoever needs it first, and copied; a copy is as if `seed` had just ended there.
 */
export async function makeDemo(dataDir: string): Promise<void> {
  const made = await sharedDemo();
  if (made === undefined) return seed(dataDir);
  await cp(made, dataDir, { recursive: true, preserveTimestamps: true });
}

/** The demo of this run, made when it is not there yet; undefined outside of a run. */
export async function sharedDemo(): Promise<string | undefined> {
  const folder = process.env[SHARED];
  if (folder === undefined) return undefined;
  const made = join(folder, "demo");
  while (!existsSync(made)) await makeOnce(made);
  return made;
}

/** Makes it, or waits a moment for the process that is making it. */
async function makeOnce(made: string): Promise<void> {
  const draft = `${made}.new`;
  try {
    mkdirSync(draft, { mode: 0o755 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await pause(100);
    return;
  }
  try {
    await seed(draft);
    renameSync(draft, made);
  } finally {
    // After a failure the next one tries, and says what is wrong.
    rmSync(draft, { recursive: true, force: true });
  }
}

async function seed(dataDir: string): Promise<void> {
  const { code, output } = await runCommand(["seed"], { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(`The demo could not be made:\n${output}`);
}
