import { createReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { writeSpoolFile } from "./spool.ts";
import { type ByteRange, FileMissingError, type FileStorage, type SpooledFile } from "./storage.ts";

/** Inside the folder, so that keeping a file is a rename on one disk: there at once and whole. */
export function spoolFolderOf(folder: string): string {
  return join(folder, ".incoming");
}

/** Files in a folder of this machine (or a mounted one). */
export function folderStorage(folder: string): FileStorage {
  const disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
  const spool = async (content: Readable): Promise<SpooledFile> => {
    const path = await writeSpoolFile(spoolFolderOf(folder), content);
    return {
      path,
      // flydrive moves by copying when it likes; what must be whole or absent is renamed here.
      keep: async (key) => {
        const target = join(folder, key);
        await mkdir(dirname(target), { recursive: true });
        await rename(path, target);
        await keepNames(folder, dirname(target));
      },
      discard: () => rm(path, { force: true }),
    };
  };
  const size = async (key: string): Promise<number> => {
    const facts = await stat(join(folder, key)).catch((error: unknown) => {
      throw isMissing(error) ? new FileMissingError(key) : error;
    });
    return facts.size;
  };
  return {
    place: `folder ${folder}`,
    spool,
    putStream: async (key, content) => (await spool(content)).keep(key),
    getStream: async (key, range?: ByteRange) => {
      await size(key);
      // flydrive reads whole files only.
      return range ? createReadStream(join(folder, key), { start: range.start, end: range.end }) : disk.getStream(key);
    },
    delete: (key) => disk.delete(key),
    isEmpty: () => holdsNothing(folder),
    size,
  };
}

/**
 * Writes the names in a folder, and in those above it up to the storage's own, to the disk: after a power cut the row that
 * names a file must not be there without it.
 */
async function keepNames(top: string, folder: string): Promise<void> {
  // Windows keeps names by itself, and opens no folders.
  if (process.platform === "win32") return;
  for (let current = folder; current.startsWith(top); current = dirname(current)) {
    await using handle = await open(current);
    await handle.sync();
  }
}

/** Folders without files, and uploads on their way, are nothing. */
async function holdsNothing(folder: string): Promise<boolean> {
  const spool = spoolFolderOf(folder);
  try {
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (!entry.isDirectory() && entry.parentPath !== spool) return false;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return true;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
