import type { FileHandle } from "node:fs/promises";

const END_OF_CHAIN = 0xfffffffe;
const MAX_DIRECTORY_SECTORS = 256;
const ENTRY_SIZE = 128;

/** What a compound file (the container of old office documents and of Outlook messages) is, by the names inside it. */
const KINDS: readonly (readonly [name: string, mediaType: string])[] = [
  ["__properties_version1.0", "application/vnd.ms-outlook"],
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
];

/**
 * Tells an Outlook message from other compound files by walking the directory of the container (MS-CFB 2.3, 2.6).
 * `application/x-cfb` when it is something else or damaged.
 */
export async function sniffCompound(file: FileHandle): Promise<string> {
  const names = await directoryNames(file);
  return KINDS.find(([name]) => names.includes(name))?.[1] ?? "application/x-cfb";
}

async function directoryNames(file: FileHandle): Promise<string[]> {
  const header = await readAt(file, 0, 512);
  if (header.length < 512) return [];
  const sectorSize = 2 ** Math.min(header.readUInt16LE(30), 12);
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS && sector < END_OF_CHAIN; count += 1) {
    const content = await readAt(file, (sector + 1) * sectorSize, sectorSize);
    if (content.length < sectorSize) break;
    for (let at = 0; at < content.length; at += ENTRY_SIZE) names.push(entryName(content, at));
    sector = await nextSector(file, header, sectorSize, sector);
  }
  return names;
}

function entryName(content: Buffer, at: number): string {
  const length = Math.min(content.readUInt16LE(at + 64), 64);
  return length < 2 ? "" : content.toString("utf16le", at, at + length - 2);
}

/**
 * Follows the allocation table. Only the part of it that the header itself lists is read (the first 6.8 MB of a file);
 * what lies beyond counts as the end.
 */
async function nextSector(file: FileHandle, header: Buffer, sectorSize: number, sector: number): Promise<number> {
  const perSector = sectorSize / 4;
  const tableIndex = Math.floor(sector / perSector);
  if (tableIndex >= 109) return END_OF_CHAIN;
  const tableSector = header.readUInt32LE(76 + 4 * tableIndex);
  if (tableSector >= END_OF_CHAIN) return END_OF_CHAIN;
  const entry = await readAt(file, (tableSector + 1) * sectorSize + 4 * (sector % perSector), 4);
  return entry.length < 4 ? END_OF_CHAIN : entry.readUInt32LE(0);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
