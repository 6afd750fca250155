import type { FileHandle } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY = 8 * 1024 * 1024;
const MAX_CONTENT_TYPES = 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly localOffset: number;
}

/** Main parts of the office documents that are plain documents; the ones with macros have other types. */
const OFFICE_TYPES: readonly (readonly [mainPart: string, mediaType: string])[] = [
  [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  [
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ],
  [
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
  ],
];

/**
 * What a ZIP file holds: an office document (decided by its list of content types, wherever in the archive that stands),
 * one with macros (`...;macros`), or just an archive. Reads the directory at the end, never unpacks more than 1 MB.
 */
export async function sniffZip(file: FileHandle, size: number): Promise<string> {
  const entries = await readDirectory(file, size);
  const list = entries.find((entry) => entry.name === "[Content_Types].xml");
  if (!list) return "application/zip";
  const text = await readEntry(file, size, list);
  const office = OFFICE_TYPES.find(([mainPart]) => text.includes(`"${mainPart}"`));
  const hasMacros = entries.some((entry) => entry.name.toLowerCase().endsWith("vbaproject.bin"));
  if (hasMacros || /macroenabled/i.test(text)) return "application/vnd.ms-office.macro-enabled";
  return office?.[1] ?? "application/zip";
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function readDirectory(file: FileHandle, size: number): Promise<Entry[]> {
  const tailLength = Math.min(size, MAX_COMMENT + 22);
  const tail = await read(file, size - tailLength, tailLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (length > MAX_DIRECTORY || offset + length > size) return [];
    return parseDirectory(await read(file, offset, length));
  }
  return [];
}

function parseDirectory(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEntry(file: FileHandle, size: number, entry: Entry): Promise<string> {
  const header = await read(file, entry.localOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) return "";
  const start = entry.localOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packedSize > size || entry.packedSize > MAX_CONTENT_TYPES) return "";
  const packed = await read(file, start, entry.packedSize);
  if (entry.method === 0) return packed.toString("utf8");
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_CONTENT_TYPES }).toString("utf8");
  } catch {
    return "";
  }
}
