import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newUuid } from "../../kernel/index.ts";

const HOST = hostname().replaceAll(/[^A-Za-z0-9]/g, "");
/** Leftovers of other machines (a shared folder) are taken for dead after this time; no upload lasts that long. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Writes a stream to a new file in the folder, flushed to the disk. The name tells which process writes it, so that the
 * leftovers of a killed one can be told from the uploads of a living one. When the stream breaks, the file is removed.
 */
export async function writeSpoolFile(folder: string, content: Readable): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${HOST}-${process.pid}-${newUuid()}`);
  try {
    await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Removes what killed processes left in the spool folder. To be called at the start, before the first upload: then
 * nothing of this process can be there, even where a container gives every process the same number.
 * Returns how many files were removed.
 */
export async function removeLeftovers(folder: string, now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (!(await isLeftover(path, name, now))) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function isLeftover(path: string, name: string, now: Date): Promise<boolean> {
  const [, host, pid] = /^([A-Za-z0-9]*)-(\d+)-/.exec(name) ?? [];
  if (host === HOST && pid !== undefined) return Number(pid) === process.pid || !isAlive(Number(pid));
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && now.getTime() - facts.mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
