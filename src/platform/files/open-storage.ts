import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { OperatorError } from "../operator-error.ts";
import { parseFilesUrl } from "./files-url.ts";
import { folderStorage, spoolFolderOf } from "./folder-storage.ts";
import { removeLeftovers } from "./spool.ts";
import type { FileStorage } from "./storage.ts";

/** What decides where files lie. */
export interface StorageSettings {
  /** FILES_URL, undefined when unset. */
  readonly filesUrl: string | undefined;
  /** DATA_DIR; uploads on their way to a bucket are received under it. */
  readonly dataDir: string;
}

/**
 * Opens the file storage and removes what uploads of killed processes left. Called once at the start, before the first
 * upload. Throws a FilesUrlError on a FILES_URL that is not understood, an OperatorError on a folder that is closed to us.
 */
export async function openFileStorage(settings: StorageSettings, now: Date): Promise<FileStorage> {
  const place = parseFilesUrl(settings.filesUrl, settings.dataDir);
  const spoolFolder =
    place.kind === "folder" ? spoolFolderOf(place.folder) : join(resolve(settings.dataDir), "incoming-files");
  await makeSpoolFolder(spoolFolder);
  await removeLeftovers(spoolFolder, now);
  if (place.kind === "folder") return folderStorage(place.folder);
  // The AWS client is large: only those who use it wait for it at the start.
  const { s3Storage } = await import("./s3-storage.ts");
  return s3Storage(place, spoolFolder);
}

async function makeSpoolFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `Files cannot be kept in ${folder}: ${why}\nGive the folder to the user who runs the program, or name another place with FILES_URL.`,
      { cause: error },
    );
  }
}
