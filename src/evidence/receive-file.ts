import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { DomainError } from "../kernel/index.ts";
import { displayName, type FileStorage, type SpooledFile, sniffContent } from "../platform/files/index.ts";
import { judgeFileType } from "./judge-file-type.ts";

/** A file on its way in: what the sender calls it, and its bytes. */
export interface IncomingFile {
  readonly name: string;
  /** The declared Content-Type; empty when there was none. */
  readonly declared: string;
  readonly content: Readable;
}

/** A file that arrived whole and was accepted. It lies in the spool until it is kept or discarded. */
export interface ReceivedFile {
  readonly spooled: SpooledFile;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Receives a file as a stream: never whole in memory, hashed and measured on the way, judged by its content when whole.
 * Whatever is refused or cut off leaves nothing behind.
 *
 * Throws 413 `file-too-large`, 422 `file-empty`, `file-type-not-allowed`, `file-type-mismatch`, and whatever broke the stream.
 */
export async function receiveFile(
  storage: FileStorage,
  incoming: IncomingFile,
  maxBytes: number,
): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  const facts = { size: 0, hasNul: false };
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const chunk of incoming.content as AsyncIterable<Buffer>) {
      facts.size += chunk.length;
      if (facts.size > maxBytes) throw tooLarge(maxBytes);
      facts.hasNul ||= chunk.includes(0);
      hash.update(chunk);
      yield chunk;
    }
  }
  const spooled = await storage.spool(Readable.from(measured(), { objectMode: false }));
  try {
    const name = displayName(incoming.name);
    if (facts.size === 0) throw empty(name);
    const found = await sniffContent(spooled.path, facts);
    const accepted = judgeFileType({ name, declared: incoming.declared, found });
    return { spooled, ...accepted, size: facts.size, sha256: hash.digest("hex") };
  } catch (error) {
    await spooled.discard();
    throw error;
  }
}

/** A size in the words of the message: `25 MB`, as the web counts (1 MB = 1,048,576 bytes). */
export function sizeInWords(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number.isInteger(size) ? size : size.toFixed(1)} ${units[unit]}`;
}

function tooLarge(maxBytes: number): DomainError {
  return new DomainError({
    code: "file-too-large",
    kind: "too-large",
    message: `The file is larger than ${sizeInWords(maxBytes)}, which is the most one file may have. Make it smaller, or split it.`,
    details: { maxBytes },
    errors: [{ field: "file", code: "file-too-large", message: `At most ${sizeInWords(maxBytes)}.` }],
  });
}

function empty(name: string): DomainError {
  return new DomainError({
    code: "file-empty",
    kind: "invalid",
    message: `"${name}" is empty. Open it to see whether it was saved, and upload it again.`,
    errors: [{ field: "file", code: "file-empty", message: "The file has no content." }],
  });
}
