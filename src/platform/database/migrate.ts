import { fileURLToPath } from "node:url";
import pg from "pg";
import { OperatorError } from "../operator-error.ts";
import { withConnection } from "./connection.ts";
import { appRole } from "./logins.ts";
import { type MigrationFile, readMigrations } from "./migration-files.ts";
import { openForBackup } from "./open-for-backup.ts";

/** The migrations that came with the program. */
export const migrationsFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));

/** The names of the migrations that came with the program, in their order. */
export function migrationNames(): readonly string[] {
  return readMigrations(migrationsFolder).map((file) => file.name);
}

/** A migration that a database has, with the SHA-256 of its text at that time. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** Any number will do, as long as nothing else in the database uses it. */
const migrationLock = 7_301_002;

/**
 * Brings the database to the state this program expects: runs what is new, in the order of the numbers, each file in a
 * transaction of its own. Many processes may start at once; one works, the others wait and find nothing left to do.
 *
 * @param ownerUrl login fundproof_owner.
 * @returns the names of the files applied now, none on most starts.
 * @throws OperatorError when an applied file was changed or is missing, or when one fails (nothing of that one stays).
 */
export async function migrate(ownerUrl: string, folder: string = migrationsFolder): Promise<readonly string[]> {
  const files = readMigrations(folder);
  return withConnection(ownerUrl, "DATABASE_URL", async (client) => {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await keepBooks(client);
    const pending = findPending(files, checksumsOf(await readApplied(client)));
    for (const file of pending) await apply(client, file);
    await openForBackup(client);
    return pending.map((file) => file.name);
  });
}

/**
 * Runs migrations inside a transaction of the caller on a database that has none: all of them, or nothing.
 * @param names which ones, in their order; each must have come with the program.
 */
export async function migrateWithin(client: pg.Client, names: readonly string[]): Promise<void> {
  await keepBooks(client);
  for (const file of readMigrations(migrationsFolder).filter(({ name }) => names.includes(name))) {
    await run(client, file);
    // What one of them has put off to the end of the transaction would stand in the way of the next.
    await client.query("set constraints all immediate; set constraints all deferred");
  }
}

/**
 * Refuses what this program cannot read: migrations it does not know, or knows with another content.
 * @throws OperatorError that names them.
 */
export function refuseUnknownMigrations(applied: readonly AppliedMigration[]): void {
  findPending(readMigrations(migrationsFolder), checksumsOf(applied));
}

/** Compares what is there with what was applied (name to checksum). @throws OperatorError where they contradict. */
export function findPending(files: readonly MigrationFile[], applied: ReadonlyMap<string, string>): MigrationFile[] {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  const missing = [...applied.keys()].filter((name) => !known.has(name));
  if (missing.length > 0) {
    throw new OperatorError(
      `The database has migrations that this program does not know: ${missing.join(", ")}.\n` +
        "It was used by a newer version. Start that version, or restore the backup from before the upgrade.",
    );
  }
  const changed = [...applied].filter(([name, checksum]) => known.get(name) !== checksum).map(([name]) => name);
  if (changed.length > 0) {
    throw new OperatorError(
      `Migrations were changed after they had been applied to this database: ${changed.join(", ")}.\n` +
        "Put the files back as they were and make the change in a new migration." +
        " (While developing, a demo database can be thrown away instead: remove the folder DATA_DIR.)",
    );
  }
  return files.filter((file) => !applied.has(file.name));
}

/** Which migrations a database has, in their order; none where nothing was ever migrated. */
export async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  if (!(await hasBooks(client))) return [];
  const { rows } = await client.query<AppliedMigration>(
    "select name, checksum from public.schema_migration order by name",
  );
  return rows;
}

function checksumsOf(applied: readonly AppliedMigration[]): Map<string, string> {
  return new Map(applied.map(({ name, checksum }) => [name, checksum]));
}

async function hasBooks(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_class where oid = to_regclass('public.schema_migration')");
  return rows.length > 0;
}

async function keepBooks(client: pg.Client): Promise<void> {
  if (!(await hasBooks(client))) await client.query(bookkeeping);
}

const bookkeeping = `
  create table public.schema_migration (
    name text primary key,
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz not null default clock_timestamp()
  );
  comment on table public.schema_migration is 'Which files of the folder migrations were applied, and their SHA-256';
  grant select on public.schema_migration to ${appRole};`;

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query("begin");
    await run(client, file);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function run(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query(file.sql);
    await client.query("insert into public.schema_migration (name, checksum) values ($1, $2)", [
      file.name,
      file.checksum,
    ]);
  } catch (error) {
    const where = error instanceof pg.DatabaseError ? lineOf(file.sql, error.position) : "";
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`migrations/${file.name}.sql${where} failed, nothing of it was kept: ${why}`, {
      cause: error,
    });
  }
}

/** PostgreSQL tells the character; an editor wants the line. */
function lineOf(sql: string, position: string | undefined): string {
  return position === undefined ? "" : `:${sql.slice(0, Number(position)).split("\n").length}`;
}
