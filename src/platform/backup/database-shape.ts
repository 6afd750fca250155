import pg from "pg";

/** A table of the program, with the columns that are written (not those that PostgreSQL computes). */
export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a backup holds of the database, and what it leaves out. */
export interface BackupContent {
  /** A query for `storage_key`, `size` and `sha256` of every file that a row names, ordered by its key. */
  readonly namedFiles: string;
  /** Tables whose rows mean nothing elsewhere or later, as `schema.name`. */
  readonly leftOut: readonly string[];
}

/** Made by the migrations themselves, and written down in the manifest. */
const BOOKKEEPING = "public.schema_migration";

/** Everything the owner owns, so that a table of a later version cannot be forgotten. Partitions come with their parent. */
export async function readTables(client: pg.Client, leftOut: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and pg_get_userbyid(c.relowner) = current_user
        and n.nspname || '.' || c.relname <> all ($1)
      group by n.nspname, c.relname
      order by n.nspname, c.relname`,
    [[BOOKKEEPING, ...leftOut]],
  );
  return rows;
}

/** A table's name as SQL. */
export function sqlName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** A table's columns as SQL. */
export function sqlColumns({ columns }: Pick<Table, "columns">): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}

/** How PostgreSQL writes and reads values, whatever the server's or the login's own settings. */
export const SETTINGS = [
  "set local client_encoding = 'UTF8'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local timezone = 'UTC'",
  "set local bytea_output = 'hex'",
  "set local extra_float_digits = 1",
  "set local statement_timeout = 0",
  "set local lock_timeout = 0",
  "set local idle_in_transaction_session_timeout = 0",
  // Row-level security binds the owner too; see open-for-backup.ts.
  "set local app.side = 'backup'",
].join("; ");
