import { createReadStream } from "node:fs";
import { withConnection } from "../database/connection.ts";
import type { FileStorage } from "../files/index.ts";
import { OperatorError } from "../operator-error.ts";
import { eachOf, type ListedFile, pathInBackup, readFileList } from "./file-list.ts";
import { hashing } from "./hashing.ts";
import { loadDatabase, refuseFilledDatabase } from "./load-database.ts";
import type { Manifest } from "./manifest.ts";
import { NotEmptyError } from "./not-empty.ts";
import { progress, seconds } from "./progress.ts";

/** Where a verified backup is put. */
export interface RestoreRequest {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Login fundproof_owner on an empty database. */
  readonly ownerUrl: string;
  /** Holds nothing yet. */
  readonly storage: FileStorage;
  readonly say: (line: string) => void;
}

const WORKERS = 4;

/**
 * Puts a backup, which `verifyBackup` has found whole, into an empty database and an empty file storage. The files come first:
 * a row never stands there without its file. The tables are those of the version that wrote the backup.
 *
 * @throws NotEmptyError, before anything is written, when there is something already.
 */
export async function restoreBackup(request: RestoreRequest): Promise<void> {
  const { folder, manifest, ownerUrl, storage, say } = request;
  if (!(await storage.isEmpty())) {
    throw new NotEmptyError(
      `The ${storage.place} holds files already. Nothing was restored. Name an empty place with FILES_URL.`,
    );
  }
  await withConnection(ownerUrl, "DATABASE_URL", refuseFilledDatabase);
  const started = performance.now();
  await restoreFiles(request);
  say(`Files: ${manifest.files.count - manifest.files.leftOut.length} in ${seconds(started)}.`);
  await withConnection(ownerUrl, "DATABASE_URL", (client) => loadDatabase(client, folder, manifest, say));
  say(`Database: ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows. Done in ${seconds(started)}.`);
}

async function restoreFiles({ folder, manifest, storage, say }: RestoreRequest): Promise<void> {
  const leftOut = new Set(manifest.files.leftOut);
  const done = progress(say, "files", manifest.files.count);
  const put = async ({ key, sha256 }: ListedFile): Promise<void> => {
    const measure = hashing();
    const source = createReadStream(pathInBackup(folder, key));
    source.on("error", (error) => measure.stream.destroy(error));
    await storage.putStream(key, source.pipe(measure.stream));
    if (measure.digest() !== sha256) throw new OperatorError(`files/${key} changed while it was restored.`);
  };
  await eachOf(readFileList(folder), WORKERS, async (file) => {
    if (!leftOut.has(file.key)) await put(file);
    done.add(1);
  });
}

/** Takes away the files that a restore has put, unless it found the place in use. The database has rolled back by itself. */
export async function removeRestored(folder: string, storage: FileStorage, cause: unknown): Promise<void> {
  if (cause instanceof NotEmptyError) return;
  await eachOf(readFileList(folder), WORKERS, ({ key }) => storage.delete(key));
}
