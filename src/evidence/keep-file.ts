import { type Actor, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type FileStorage, fileKey } from "../platform/files/index.ts";
import { insertFile } from "./file-store.ts";
import { type IncomingFile, type ReceivedFile, receiveFile } from "./receive-file.ts";
import type { StoredFile } from "./stored-file.ts";

/** Who uploads for whom, and when. */
export interface Upload {
  readonly actor: Actor;
  /** The partner organisation that the file belongs to. */
  readonly partnerId: string;
  readonly now: Date;
}

/** The row of a received file, with a new id. `scan` says honestly that nobody looked for viruses. */
export function storedFileOf(received: ReceivedFile, { actor, partnerId, now }: Upload): StoredFile {
  const id = newUuid(now);
  const { name, mediaType, size, sha256 } = received;
  return {
    id,
    partnerId,
    name,
    mediaType,
    size,
    sha256,
    storageKey: fileKey(id),
    scan: "not-scanned",
    uploadedBy: actor.personId,
    uploadedAt: now,
  };
}

/**
 * Receives, stores and records a file inside a transaction that is open already (seed, documents that the program makes).
 * When the transaction fails later, the bytes stay behind without a row: harmless, never visible.
 */
export async function storeFile(
  tx: Tx,
  storage: FileStorage,
  incoming: IncomingFile,
  upload: Upload,
): Promise<StoredFile> {
  const received = await receiveFile(storage, incoming, Number.MAX_SAFE_INTEGER);
  const file = storedFileOf(received, upload);
  await received.spooled.keep(file.storageKey);
  try {
    await insertFile(tx, file);
    return file;
  } catch (error) {
    await storage.delete(file.storageKey);
    throw error;
  }
}
