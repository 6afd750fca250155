import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../operator-error.ts";

function markOf(dataDir: string): string {
  return join(dataDir, "restore-unfinished");
}

/**
 * Notes that a restore has begun. Until it has ended nothing else starts on this data folder: a program that served a
 * half-restored installation would look as if everything had been lost.
 */
export function beginRestore(dataDir: string, backup: string): { readonly end: () => void } {
  refuseUnfinishedRestore(dataDir);
  writeFileSync(markOf(dataDir), `${backup}\n`, { mode: 0o600 });
  return { end: () => rmSync(markOf(dataDir), { force: true }) };
}

/** @throws OperatorError when a restore into this data folder was cut off. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) return;
  throw new OperatorError(
    `A restore into the data folder ${dataDir} was cut off, so what is there is not whole.\n` +
      "Remove that folder (and empty the database and the place of the files, where DATABASE_URL and FILES_URL name others), then restore again.",
  );
}
