import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { sniffCompound } from "./compound-container.ts";
import { sniffText } from "./sniff-text.ts";
import { sniffZip } from "./zip-container.ts";

const HEAD = 64 * 1024;
const UNKNOWN = "application/octet-stream";

/** Types whose first bytes no innocent text has. Other marks are short ("BM", "MZ"): a letter may begin like that. */
const UNMISTAKABLE: ReadonlySet<string> = new Set([
  "application/pdf",
  "application/postscript",
  "application/rtf",
  "image/gif",
  "image/jpeg",
  "image/png",
  "image/tiff",
]);

/** What is known of a file's bytes as a whole, gathered while they streamed by. */
export interface ContentFacts {
  readonly size: number;
  /** True when a NUL byte came by: then it is no text, whatever its beginning looks like. */
  readonly hasNul: boolean;
}

/**
 * The media type of a file by its content alone. The name and what the sender declared play no part. Containers are
 * opened: a ZIP may be an office document, a compound file an Outlook message. `application/octet-stream` when nothing
 * fits.
 */
export async function sniffContent(path: string, facts: ContentFacts): Promise<string> {
  await using file = await open(path, "r");
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  const head = buffer.subarray(0, bytesRead);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return await sniffZip(file, facts.size);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return await sniffCompound(file);
  const byMagic = await magicOf(path);
  if (byMagic === "image/apng") return "image/png";
  if (byMagic !== undefined && UNMISTAKABLE.has(byMagic)) return byMagic;
  const text = facts.hasNul && !hasUtf16Mark(head) ? undefined : sniffText(head);
  return text ?? byMagic ?? UNKNOWN;
}

/** What the first bytes say. A file so broken that it cannot even be looked at says nothing. */
async function magicOf(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.mime;
  } catch {
    return undefined;
  }
}

function startsWith(head: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

function hasUtf16Mark(head: Buffer): boolean {
  return startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
}
