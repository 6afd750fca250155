import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { withConnection } from "../database/connection.ts";
import { type AppliedMigration, readApplied, refuseUnknownMigrations } from "../database/migrate.ts";
import { FileMissingError, type FileStorage } from "../files/index.ts";
import { OperatorError } from "../operator-error.ts";
import { copyOut } from "./copy.ts";
import { type BackupContent, readTables, SETTINGS, sqlColumns, sqlName, type Table } from "./database-shape.ts";
import { BEFORE_KEY, eachOf, type ListedFile, pathInBackup, readFileList } from "./file-list.ts";
import { hashing } from "./hashing.ts";
import { refuseHiddenRows } from "./hidden-rows.ts";
import { FILE_LIST, type Manifest, type SequenceState, type TablePart, writeManifest } from "./manifest.ts";
import { bytesInWords, progress, seconds } from "./progress.ts";

/** What is backed up, and whereto. */
export interface BackupRequest {
  /** Login fundproof_owner. */
  readonly ownerUrl: string;
  readonly storage: FileStorage;
  readonly content: BackupContent;
  /** A folder that is missing or empty. */
  readonly folder: string;
  readonly version: string;
  readonly now: Date;
  /** Goes on when files are missing or damaged: they are named in the manifest instead of ending the backup. */
  readonly despiteDamage: boolean;
  readonly say: (line: string) => void;
}

const WORKERS = 4;
const PRIVATE = { mode: 0o600, flush: true };

/**
 * Writes everything the program has stored into a folder, while it goes on working: the rows as one transaction sees them at
 * one moment, then every file that one of these rows names. Bytes lie in the storage before their row is committed and are
 * never removed, so no row of the backup can name a file that was not there.
 *
 * @throws OperatorError when the folder is in use, or a file is missing or damaged and that was not allowed.
 */
export async function writeBackup(request: BackupRequest): Promise<Manifest["files"]> {
  const { folder, say } = request;
  await claimFolder(folder);
  const started = performance.now();
  const database = await withConnection(request.ownerUrl, "DATABASE_URL", (client) => copyDatabase(client, request));
  const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`Database: ${rows} rows of ${database.tables.length} tables in ${seconds(started)}.`);
  const files = await copyFiles(request, database.listed);
  const { tables, sequences, migrations, postgres } = database;
  const createdAt = request.now.toISOString();
  await writeManifest(folder, { version: request.version, createdAt, postgres, migrations, tables, sequences, files });
  say(`Files: ${files.count}, ${bytesInWords(files.bytes)}. Done in ${seconds(started)}.`);
  return files;
}

async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length === 0) {
      await mkdir(join(folder, "tables"), { mode: 0o700 });
      await mkdir(join(folder, "files"), { mode: 0o700 });
      return;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`A backup cannot be written to ${folder}: ${why}`, { cause: error });
  }
  throw new OperatorError(`${folder} is not empty. Name a new folder for each backup, such as one with the date.`);
}

interface CopiedDatabase {
  readonly tables: TablePart[];
  readonly sequences: SequenceState[];
  readonly migrations: AppliedMigration[];
  readonly postgres: string;
  readonly listed: { readonly sha256: string; readonly count: number };
}

async function copyDatabase(client: pg.Client, request: BackupRequest): Promise<CopiedDatabase> {
  await client.query("begin isolation level repeatable read, read only");
  await client.query(SETTINGS);
  const migrations = await readApplied(client);
  if (migrations.length === 0) throw new OperatorError("The database holds nothing yet: there is nothing to back up.");
  refuseUnknownMigrations(migrations);
  const found = await readTables(client, request.content.leftOut);
  await refuseHiddenRows(client, found);
  const tables: TablePart[] = [];
  for (const table of found) {
    const part = await copyTable(client, table, request.folder);
    if (part.rows > 0) request.say(`  ${table.schema}.${table.name}: ${part.rows} rows`);
    tables.push(part);
  }
  const listed = await listFiles(client, request);
  // Sequences know no snapshot: read last, they stand behind every number that was copied.
  const { rows: sequences } = await client.query<SequenceState>(
    `select s.schemaname as schema, s.sequencename as name, coalesce(s.last_value, s.start_value)::text as value,
            s.last_value is not null as called
       from pg_sequences s where s.sequenceowner = current_user order by 1, 2`,
  );
  const { rows } = await client.query<{ postgres: string }>("select current_setting('server_version') as postgres");
  await client.query("commit");
  return { tables, sequences, migrations, postgres: rows[0]?.postgres ?? "", listed };
}

async function copyTable(client: pg.Client, table: Table, folder: string): Promise<TablePart> {
  const part = `tables/${table.schema}.${table.name}.copy.gz`;
  const { stream, rows } = copyOut(client, `copy (select ${sqlColumns(table)} from ${sqlName(table)}) to stdout`);
  const measure = hashing();
  await pipeline(stream, createGzip({ level: 4 }), measure.stream, createWriteStream(join(folder, part), PRIVATE));
  const { schema, name, columns } = table;
  return { schema, name, columns: [...columns], rows: rows(), part, bytes: measure.bytes(), sha256: measure.digest() };
}

/** Writes down which files the rows of this moment name; their bytes are copied when the transaction has ended. */
async function listFiles(client: pg.Client, { content, folder }: BackupRequest): Promise<CopiedDatabase["listed"]> {
  const { stream, rows } = copyOut(
    client,
    `copy (select sha256 || '${BEFORE_KEY}' || storage_key from (${content.namedFiles}) named) to stdout`,
  );
  const measure = hashing();
  await pipeline(stream, measure.stream, createWriteStream(join(folder, FILE_LIST), PRIVATE));
  return { sha256: measure.digest(), count: rows() };
}

async function copyFiles(request: BackupRequest, listed: CopiedDatabase["listed"]): Promise<Manifest["files"]> {
  const { folder, say, despiteDamage } = request;
  const done = progress(say, "files", listed.count);
  const leftOut: string[] = [];
  let bytes = 0;
  await eachOf(readFileList(folder), WORKERS, async (file) => {
    const copied = await copyFile(request, file);
    if (copied === undefined) leftOut.push(file.key);
    else bytes += copied;
    done.add(1);
  });
  for (const key of leftOut) say(`  missing or damaged: ${key}`);
  if (leftOut.length > 0 && !despiteDamage) {
    throw new OperatorError(
      `${leftOut.length} of ${listed.count} files are missing from the file storage or damaged, so this is no whole backup.\n` +
        "Put them back from an earlier backup (fundproof check --files names them with their rows), or run again with --despite-damage.",
    );
  }
  return { count: listed.count, bytes, sha256: listed.sha256, leftOut: leftOut.toSorted() };
}

/** Copies one file and gives its size; undefined when it is missing, or is not what its row says. */
async function copyFile({ storage, folder }: BackupRequest, { key, sha256 }: ListedFile): Promise<number | undefined> {
  const target = pathInBackup(folder, key);
  const measure = hashing();
  try {
    const source = await storage.getStream(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(source, measure.stream, createWriteStream(target, PRIVATE));
  } catch (error) {
    if (error instanceof FileMissingError) return undefined;
    throw error;
  }
  if (measure.digest() === sha256) return measure.bytes();
  await rm(target);
  return undefined;
}
