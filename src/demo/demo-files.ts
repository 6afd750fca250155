import { Readable } from "node:stream";
import { insertFile, type ReceivedFile, receiveFile, storedFileOf } from "../evidence/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FileStorage } from "../platform/files/index.ts";

/** A file of the demo before it is made. */
export interface DemoFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
}

/** Files that lie in the spool, made and checked like any upload, waiting for their rows. */
export interface PreparedFiles {
  /** Keeps the file and writes its row; the id as on the wire. The same file twice is two uploads of the same bytes. */
  keep(tx: Tx, file: DemoFile, upload: { actor: Actor; partnerId: string; now: Date }): Promise<string>;
  /** Removes what was never kept. */
  discard(): Promise<void>;
}

const AT_ONCE = 8;

/** Makes all files and receives them as uploads are received, several at once and before any transaction begins. */
export async function prepareFiles(storage: FileStorage, files: readonly DemoFile[]): Promise<PreparedFiles> {
  const received = new Map<DemoFile, ReceivedFile>();
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) received.set(file, await receive(storage, file));
  };
  const discard = async (): Promise<void> => {
    for (const file of received.values()) await file.spooled.discard();
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) {
    await discard();
    throw failed.reason;
  }
  const keep: PreparedFiles["keep"] = async (tx, file, upload) => {
    const ready = received.get(file) ?? (await receive(storage, file));
    received.delete(file);
    const stored = storedFileOf(ready, upload);
    await ready.spooled.keep(stored.storageKey);
    await insertFile(tx, stored);
    return idText("file", stored.id);
  };
  return { keep, discard };
}

async function receive(storage: FileStorage, file: DemoFile): Promise<ReceivedFile> {
  const content = Readable.from([await file.bytes()]);
  return receiveFile(storage, { name: file.name, declared: file.mediaType, content }, Number.MAX_SAFE_INTEGER);
}
