import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { migrateWithin } from "../database/migrate.ts";
import { openForBackup } from "../database/open-for-backup.ts";
import { OperatorError } from "../operator-error.ts";
import { copyIn } from "./copy.ts";
import { readTables, SETTINGS, sqlColumns, sqlName } from "./database-shape.ts";
import type { Manifest } from "./manifest.ts";
import { NotEmptyError } from "./not-empty.ts";

/**
 * Fills an empty database from a backup: the tables as the migrations of that time made them, then the rows. One
 * transaction, so that a restore that is cut off leaves an empty database and nothing in between.
 *
 * The guards (triggers, row-level security, foreign keys) are lifted for that transaction only, by the owner of the tables.
 * Foreign keys are made anew at its end, which checks every reference.
 *
 * @param client login fundproof_owner.
 * @throws OperatorError when the database is not empty or the backup does not fit.
 */
export async function loadDatabase(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  say: (line: string) => void,
): Promise<void> {
  await client.query("begin");
  await client.query(SETTINGS);
  await refuseFilledDatabase(client);
  await migrateWithin(
    client,
    manifest.migrations.map(({ name }) => name),
  );
  await refuseOtherTables(client, manifest);
  const guards = await liftGuards(client);
  for (const table of manifest.tables) {
    // A fault of the file fails the stream that is read; there is nobody else to tell.
    const source = pipeline(createReadStream(join(folder, table.part)), createGunzip(), () => undefined);
    const rows = await copyIn(client, `copy ${sqlName(table)} (${sqlColumns(table)}) from stdin`, source);
    if (rows !== table.rows) {
      throw new OperatorError(`${sqlName(table)}: ${rows} rows were read, ${table.rows} were written down.`);
    }
    if (rows > 0) say(`  ${table.schema}.${table.name}: ${rows} rows`);
  }
  for (const sequence of manifest.sequences) {
    await client.query("select setval($1::regclass, $2, $3)", [sqlName(sequence), sequence.value, sequence.called]);
  }
  await releaseRunningJobs(client);
  await client.query("set constraints all immediate");
  for (const statement of guards) await client.query(statement);
  await openForBackup(client);
  await client.query("commit");
  await client.query("analyze");
}

/** A database is empty when nobody has made anything in it. @throws NotEmptyError that names what is there. */
export async function refuseFilledDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1 limit 3`,
  );
  if (rows.length === 0) return;
  throw new NotEmptyError(
    `The database is not empty: it holds ${rows.map(({ name }) => name).join(", ")} and perhaps more. Nothing was restored.\n` +
      "Make a new, empty database and name it in DATABASE_URL.",
  );
}

/** Each table of the backup must have its place, with each of its columns. */
async function refuseOtherTables(client: pg.Client, manifest: Manifest): Promise<void> {
  const there = new Map((await readTables(client, [])).map((table) => [sqlName(table), new Set(table.columns)]));
  for (const table of manifest.tables) {
    const columns = there.get(sqlName(table));
    if (columns === undefined || table.columns.some((column) => !columns.has(column))) {
      throw new OperatorError(
        `The backup holds a table ${sqlName(table)} that its own migrations do not make like that.`,
      );
    }
  }
}

/** Lifts what would stand in the way of rows in any order, empties the tables, and gives what puts the guards back. */
async function liftGuards(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; forced: boolean; partition: boolean }>(
    `select c.oid::regclass::text as name, c.relforcerowsecurity as forced, c.relispartition as partition
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
        and n.nspname || '.' || c.relname <> 'public.schema_migration'
      order by c.oid`,
  );
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.conparentid = 0 and pg_get_userbyid(c.relowner) = current_user
      order by k.oid`,
  );
  for (const { name, forced } of tables) {
    await client.query(`alter table ${name} disable trigger user`);
    if (forced) await client.query(`alter table ${name} no force row level security`);
  }
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  const whole = tables.filter(({ partition }) => !partition).map(({ name }) => name);
  await client.query(`truncate ${whole.join(", ")}`);
  return [
    ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...tables.map(({ name }) => `alter table ${name} enable trigger user`),
    ...tables.filter(({ forced }) => forced).map(({ name }) => `alter table ${name} force row level security`),
  ];
}

/** Jobs that somebody had in hand at the moment of the backup are done again by whoever comes. */
async function releaseRunningJobs(client: pg.Client): Promise<void> {
  await client.query("update pgboss.job set state = 'retry', start_after = now() where state = 'active'");
}
