import { createHash } from "node:crypto";
import { sql } from "kysely";
import { discrepanciesOf, type Found, MOST_NAMED } from "../../checks/check.ts";
import { NAMED_FILES } from "../evidence/index.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { FileMissingError, type FileStorage } from "../platform/files/index.ts";

/** What is looked at, and how closely. */
export interface FileCheck {
  readonly db: Db;
  readonly storage: FileStorage;
  /** Whether the bytes are read and hashed, or only their number is compared. */
  readonly content: boolean;
  /** Told how many files were looked at, from time to time. */
  readonly onProgress: (files: number) => void;
}

interface NamedFile {
  readonly subject: string;
  readonly storage_key: string;
  readonly size: string;
  readonly sha256: string;
}

const PAGE = 200;
const SIDE_BY_SIDE = 8;

/** Every file that a row names is in the storage with its size, and on request with its SHA-256. One sentence for each that is not. */
export async function checkFiles({ db, storage, content, onProgress }: FileCheck): Promise<string[]> {
  const found: Found[] = [];
  const judge = content ? judgeContent : judgeSize;
  await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    await sql`declare named_file no scroll cursor for ${sql.raw(NAMED_FILES)}`.execute(tx);
    for (let looked = 0; ; ) {
      const { rows } = await sql<NamedFile>`fetch ${sql.raw(String(PAGE))} from named_file`.execute(tx);
      if (rows.length === 0) return;
      for (let at = 0; at < rows.length; at += SIDE_BY_SIDE) {
        const judged = await Promise.all(rows.slice(at, at + SIDE_BY_SIDE).map((file) => judge(storage, file)));
        found.push(...judged.filter((fault) => fault !== undefined));
      }
      looked += rows.length;
      onProgress(looked);
    }
  });
  return discrepanciesOf(found.slice(0, MOST_NAMED)).map(({ message }) => message);
}

async function judgeSize(storage: FileStorage, file: NamedFile): Promise<Found | undefined> {
  return orMissing(file, async () => {
    const size = String(await storage.size(file.storage_key));
    return size === String(file.size) ? undefined : `${size} bytes`;
  });
}

async function judgeContent(storage: FileStorage, file: NamedFile): Promise<Found | undefined> {
  return orMissing(file, async () => {
    const hash = createHash("sha256");
    let bytes = 0n;
    for await (const chunk of await storage.getStream(file.storage_key)) {
      hash.update(chunk as Buffer);
      bytes += BigInt((chunk as Buffer).length);
    }
    const sha256 = hash.digest("hex");
    return sha256 === file.sha256 && bytes === BigInt(file.size) ? undefined : `${bytes} bytes with SHA-256 ${sha256}`;
  });
}

async function orMissing(file: NamedFile, look: () => Promise<string | undefined>): Promise<Found | undefined> {
  const expected = `${file.size} bytes with SHA-256 ${file.sha256}`;
  const subject = `${file.subject}, ${file.storage_key}`;
  try {
    const found = await look();
    return found === undefined ? undefined : { subject, found, expected };
  } catch (error) {
    if (error instanceof FileMissingError) return { subject, found: "no bytes in the file storage", expected };
    throw error;
  }
}
