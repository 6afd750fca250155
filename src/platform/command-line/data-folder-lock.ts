import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDataFolder, refuseFullDisk } from "../data-folder.ts";
import { readIfThere } from "../database/postmaster-file.ts";
import { OperatorError } from "../operator-error.ts";
import { identifyProcess } from "../process-identity.ts";

/** The sign that a process of ours owns the embedded database of a data folder. */
export interface DataFolderLock {
  /** Tells others that it is worth waiting. */
  readonly announceStop: () => void;
  readonly release: () => void;
}

interface Holder {
  readonly pid: number;
  readonly identity: string;
  readonly state: "running" | "stopping";
}

const pollMs = 100;
/** A process killed with its parent needs a moment to notice; one that says it is stopping gets longer. */
const patienceMs = { running: 2000, stopping: 40_000 } as const;

function lockFile(dataDir: string): string {
  return join(dataDir, "fundproof.lock");
}

/** The process that holds the folder, or undefined. A lock left by a killed process holds nothing. */
export function findHolder(dataDir: string): Holder | undefined {
  const holder = parseHolder(readIfThere(lockFile(dataDir)));
  return holder !== undefined && identifyProcess(holder.pid) === holder.identity ? holder : undefined;
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Holder);
  } catch {
    return undefined;
  }
}

/**
 * Takes the data folder for this process, so that two of them never run the same embedded database.
 * @throws OperatorError when another process of ours is at work in it, or its disk is full.
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  makeDataFolder(dataDir);
  refuseFullDisk(dataDir);
  for (let waited = 0; !tryLock(dataDir); waited += pollMs) {
    const holder = findHolder(dataDir);
    if (holder !== undefined && waited >= patienceMs[holder.state]) {
      throw new OperatorError(
        `The program already runs on the data folder ${dataDir} (process ${holder.pid}).\n` +
          "Stop that one first, or name another folder with DATA_DIR.",
      );
    }
    await new Promise((done) => setTimeout(done, pollMs));
  }
  return {
    announceStop: () => writeFileSync(lockFile(dataDir), describeSelf("stopping")),
    release: () => rmSync(lockFile(dataDir), { force: true }),
  };
}

function describeSelf(state: Holder["state"]): string {
  return JSON.stringify({ pid: process.pid, identity: identifyProcess(process.pid) ?? "", state } satisfies Holder);
}

/** A link appears whole or not at all, and fails when the file is there. */
function tryLock(dataDir: string): boolean {
  const path = lockFile(dataDir);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, describeSelf("running"));
  try {
    clearStale(dataDir);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead process's lock away; puts it back should it have become another's in between. */
function clearStale(dataDir: string): void {
  const path = lockFile(dataDir);
  const text = readIfThere(path);
  if (text === undefined || findHolder(dataDir) !== undefined) return;
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) !== text) linkSync(aside, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EEXIST")))
      throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
