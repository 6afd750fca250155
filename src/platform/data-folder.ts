import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { OperatorError } from "./operator-error.ts";

const MEGABYTE = 1024 * 1024;
/** PostgreSQL writes its log of changes in pieces of 16 MB, a few at a time: below this it hardly starts. */
const LEAST_FREE_BYTES = 64 * MEGABYTE;

/**
 * Makes the data folder, and those above it that are missing. What root makes can be passed by everybody, whatever the
 * umask, because the embedded database runs as another user; what is inside keeps its own, narrower rights.
 *
 * @throws OperatorError when the path is not a folder, may not be made, or belongs to somebody else.
 */
export function makeDataFolder(path: string): void {
  try {
    makeMissing(path);
    if (!statSync(path).isDirectory()) throw new Error("it is a file, not a folder");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `The data folder ${path} cannot be used: ${why}\nName a folder that this user may write: DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
  refuseForeignData(path);
}

/**
 * Refuses a start that would run out of room half-way, which PostgreSQL tells in words of its own, or not at all where even
 * its log no longer fits.
 *
 * @throws OperatorError that says how much is left.
 */
export function refuseFullDisk(path: string, leastBytes: number = LEAST_FREE_BYTES): void {
  const left = freeBytes(path);
  if (left === undefined || left >= leastBytes) return;
  throw new OperatorError(
    `The disk of ${path} is full: ${inMegabytes(left)} MB are left, at least ${inMegabytes(leastBytes)} MB are needed to start.\n` +
      "Nothing was changed. Make room there, or name a folder on another disk with DATA_DIR.",
  );
}

/** A sentence for a message about something that failed on a disk that is nearly full; empty on any other. */
export function fullDiskHint(path: string): string {
  const left = freeBytes(path);
  return left === undefined || left >= LEAST_FREE_BYTES
    ? ""
    : `\nThe disk of ${path} is full (${inMegabytes(left)} MB are left): make room there and start again.`;
}

function inMegabytes(bytes: number): string {
  return String(Math.floor(bytes / MEGABYTE));
}

/** What this user may still write there; undefined where the system does not tell. */
function freeBytes(path: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function refuseForeignData(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const isReadOnly = error instanceof Error && "code" in error && error.code === "EROFS";
    throw new OperatorError(
      isReadOnly
        ? `The data folder ${path} lies on a disk that can only be read. Name another one with DATA_DIR.`
        : `The data folder ${path} belongs to user ${statSync(path).uid}, and the program runs as user ${process.getuid?.() ?? "?"}, who may not write there.\n` +
            "Start it as the user who owns the folder, give the folder away (chown -R), or name another one with DATA_DIR.",
      { cause: error },
    );
  }
}

function makeMissing(path: string): void {
  if (existsSync(path)) return;
  makeMissing(dirname(path));
  try {
    mkdirSync(path, { mode: 0o755 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
    throw error;
  }
  if (process.getuid?.() === 0) chmodSync(path, 0o755);
}
