import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { backupContent } from "../../src/app/check-all.ts";
import { checkFiles } from "../../src/app/check-files.ts";
import { runChecks } from "../../src/app/run-checks.ts";
import { seedDemo } from "../../src/demo/index.ts";
import { restoreBackup, verifyBackup, writeBackup } from "../../src/platform/backup/index.ts";
import { readManifest, writeManifest } from "../../src/platform/backup/manifest.ts";
import { createDatabase } from "../../src/platform/database/index.ts";
import { migrate, migrationsFolder } from "../../src/platform/database/migrate.ts";
import { type FileStorage, openFileStorage } from "../../src/platform/files/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import { type Clone, createThrowawayDatabase } from "../database/clone-database.ts";
import { useDatabase } from "../database/use-database.ts";
import { makeDataDir } from "../program/start-program.ts";

const database = useDatabase();
const NOW = new Date();
const silent = (): void => undefined;
let home = "";
let storage: FileStorage;
let backup = "";
const clones: Clone[] = [];

beforeAll(async () => {
  home = makeDataDir();
  storage = await openFileStorage({ filesUrl: undefined, dataDir: join(home, "source") }, NOW);
  await seedDemo({ db: database.db, storage, now: NOW, log: createLog("silent") });
  await asAdmin(database.adminUrl, [
    "update pgboss.job set state = 'active' where id = (select id from pgboss.job where name = 'event' limit 1)",
    `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
       select 'one', now() + interval '1 day', 'token', now(), u."id" from auth."user" u limit 1`,
  ]);
  backup = join(home, "backup");
  await write(backup);
}, 180_000);
afterEach(async () => {
  for (const clone of clones.splice(0)) await clone.drop();
});
afterAll(() => rm(home, { recursive: true, force: true }));

const write = (folder: string, changes: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({
    ownerUrl: database.ownerUrl,
    storage,
    content: backupContent,
    folder,
    version: "0.1.0",
    now: NOW,
    despiteDamage: false,
    say: silent,
    ...changes,
  });

async function asAdmin<T extends pg.QueryResultRow>(url: string, statements: readonly string[]): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** An empty database and an empty place for files. */
async function emptyPlace(name: string): Promise<{ clone: Clone; storage: FileStorage; dataDir: string }> {
  const clone = await createThrowawayDatabase("empty");
  clones.push(clone);
  await asAdmin(clone.adminUrl, [
    "alter schema public owner to fundproof_owner",
    "do $$ begin execute format('alter database %I owner to fundproof_owner', current_database()); end $$",
    "grant usage on schema public to fundproof_app",
  ]);
  const dataDir = join(home, name);
  return { clone, dataDir, storage: await openFileStorage({ filesUrl: undefined, dataDir }, NOW) };
}

async function restoreInto(place: Awaited<ReturnType<typeof emptyPlace>>, folder = backup): Promise<void> {
  const manifest = await verifyBackup(folder, silent);
  await restoreBackup({ folder, manifest, ownerUrl: place.clone.ownerUrl, storage: place.storage, say: silent });
}

/** A copy of the backup, for a test that spoils it. */
async function copyOfBackup(name: string): Promise<string> {
  const folder = join(home, name);
  await cp(backup, folder, { recursive: true });
  return folder;
}

/** Each table with a hash over all its rows, read past every wall. */
async function contents(url: string): Promise<Record<string, string>> {
  const tables = await asAdmin<{ name: string }>(url, [
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth', 'pgboss') order by 1`,
  ]);
  const questions = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as hash from ${name} t`,
  );
  const rows = await asAdmin<{ name: string; hash: string }>(url, [questions.join(" union all ")]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Everything that guards the rows, as text: constraints, triggers, row-level security, grants, indexes. */
async function guards(url: string): Promise<string[]> {
  const rows = await asAdmin<{ line: string }>(url, [
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace::regnamespace::text in ('public', 'auth', 'pgboss')
     union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select polrelid::regclass || ' ' || polname || ' ' || polcmd::text || ' ' || polroles::regrole[]::text || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
     union all select oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || coalesce(relacl::text, '') from pg_class where relnamespace::regnamespace::text in ('public', 'auth', 'pgboss')
     union all select indexrelid::regclass || ' ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace::regnamespace::text in ('public', 'auth', 'pgboss')
     order by 1`,
  ]);
  return rows.map(({ line }) => line);
}

describe("a restored installation", () => {
  test("holds every row, every file and every guard of the one that was backed up, and its books are in order", async () => {
    const place = await emptyPlace("whole");
    await restoreInto(place);
    const [before, after] = [await contents(database.adminUrl), await contents(place.clone.adminUrl)];
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    // Made anew or left out on purpose: when migrations ran, who was signed in, which job was in hand.
    expect(changed.toSorted()).toEqual(["auth.session", "pgboss.job", "schema_migration"]);
    expect(await guards(place.clone.adminUrl)).toEqual(await guards(database.adminUrl));
    const restored = createDatabase(place.clone.appUrl, { max: 2 });
    expect(await runChecks(restored.db)).toEqual([]);
    const files = { db: restored.db, storage: place.storage, content: true, onProgress: silent };
    expect(await checkFiles(files)).toEqual([]);
    await restored.close();
  });

  test("goes on with its numbers, does waiting and interrupted jobs, and asks everybody to sign in again", async () => {
    const place = await emptyPlace("going-on");
    await restoreInto(place);
    const next = "select nextval('claim_number_seq')::text as n";
    expect(await asAdmin(place.clone.adminUrl, [next])).toEqual(await asAdmin(database.adminUrl, [next]));
    const jobs =
      "select state, count(*)::integer as n from pgboss.job where name = 'event' group by state order by state";
    const [before, after] = [await asAdmin(database.adminUrl, [jobs]), await asAdmin(place.clone.adminUrl, [jobs])];
    expect(before).toMatchObject([{ state: "created" }, { state: "active", n: 1 }]);
    expect(after).toMatchObject([
      { state: "created", n: before[0]?.["n"] as number },
      { state: "retry", n: 1 },
    ]);
    expect(await asAdmin(place.clone.adminUrl, [`select from auth."session"`])).toEqual([]);
  });

  test("of an earlier version is brought to this one", async () => {
    const earlier = await emptyPlace("earlier");
    const folder = join(home, "migrations");
    await cp(migrationsFolder, folder, { recursive: true });
    const last = readdirSync(folder).toSorted().at(-1) ?? "";
    rmSync(join(folder, last));
    await migrate(earlier.clone.ownerUrl, folder);
    await write(join(home, "earlier-backup"), { ownerUrl: earlier.clone.ownerUrl, storage: earlier.storage });
    const place = await emptyPlace("later");
    await restoreInto(place, join(home, "earlier-backup"));
    expect(await migrate(place.clone.ownerUrl)).toEqual([last.replace(".sql", "")]);
    expect(await guards(place.clone.adminUrl)).toEqual(await guards(database.adminUrl));
  });
});

describe("a backup is refused before anything is written", () => {
  const spoil = (path: string): void => {
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const someFile = (folder: string): string => {
    const line = readFileSync(join(folder, "files.sha256"), "utf8").split("\n")[3] ?? "";
    return line.slice(66);
  };

  test.each<[string, RegExp, (folder: string) => void]>([
    [
      "a table is damaged",
      /tables\/public\.claim\.copy\.gz is damaged/,
      (f) => spoil(join(f, "tables/public.claim.copy.gz")),
    ],
    ["a table is missing", /public\.event\.copy\.gz is missing/, (f) => rmSync(join(f, "tables/public.event.copy.gz"))],
    ["a file is damaged", /files\/\S+ is damaged/, (f) => spoil(join(f, someFile(f)))],
    ["a file is missing", /files\/\S+ is missing/, (f) => rmSync(join(f, someFile(f)))],
    ["the list of files is damaged", /files\.sha256 is damaged/, (f) => spoil(join(f, "files.sha256"))],
    ["its manifest is damaged", /manifest\.json is not what/, (f) => spoil(join(f, "manifest.json"))],
    ["it was cut off", /no whole backup: manifest\.json is missing/, (f) => rmSync(join(f, "manifest.json"))],
  ])("when %s", async (what, words, damage) => {
    const folder = await copyOfBackup(`spoiled ${what}`);
    damage(folder);
    await expect(verifyBackup(folder, silent)).rejects.toThrow(words);
  });

  test("when its list names a file outside of it", async () => {
    const folder = await copyOfBackup("escaping");
    const manifest = await readManifest(folder);
    const list = Buffer.from(`${"0".repeat(64)}  files/../../secret\n`);
    writeFileSync(join(folder, "files.sha256"), list);
    const { sha256Of } = await import("../../src/platform/backup/manifest.ts");
    const { format: _format, program: _program, ...rest } = manifest;
    await writeManifest(folder, { ...rest, files: { ...rest.files, sha256: sha256Of(list) } });
    await expect(verifyBackup(folder, silent)).rejects.toThrow(/holds a line that names no file/);
  });

  test("into a database that holds something, and into a place that holds files; both stay as they are", async () => {
    const filled = await emptyPlace("filled database");
    await asAdmin(filled.clone.adminUrl, ["create table public.mine ()"]);
    await expect(restoreInto(filled)).rejects.toThrow(/database is not empty: it holds public\.mine/);
    expect(await filled.storage.isEmpty()).toBe(true);
    const used = await emptyPlace("used files");
    await mkdir(join(used.dataDir, "files/aa/bb"), { recursive: true });
    expect(await used.storage.isEmpty()).toBe(true);
    writeFileSync(join(used.dataDir, "files/aa/bb/mine"), "x");
    await expect(restoreInto(used)).rejects.toThrow(/holds files already/);
    expect(await asAdmin(used.clone.adminUrl, ["select from pg_tables where schemaname = 'public'"])).toEqual([]);
    expect(readdirSync(join(used.dataDir, "files/aa/bb"))).toEqual(["mine"]);
  });
});

describe("writing a backup", () => {
  test("is refused in a folder that is not empty", async () => {
    await expect(write(home)).rejects.toThrow(/is not empty\. Name a new folder/);
  });

  test("ends without a manifest when a file is missing or damaged, and names both; on demand it goes on without them", async () => {
    const [missing, damaged] = readFileSync(join(backup, "files.sha256"), "utf8")
      .split("\n")
      .map((line) => line.slice(66 + "files/".length)) as [string, string];
    const spoiled = await openFileStorage({ filesUrl: undefined, dataDir: join(home, "spoiled") }, NOW);
    await cp(join(home, "source/files"), join(home, "spoiled/files"), { recursive: true });
    rmSync(join(home, "spoiled/files", missing));
    writeFileSync(join(home, "spoiled/files", damaged), "something else");
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const cut = join(home, "cut");
    await expect(write(cut, { storage: spoiled, say })).rejects.toThrow(/2 of \d+ files are missing .* or damaged/);
    expect(said.filter((line) => line.includes("missing or damaged")).map((line) => line.trim())).toEqual(
      expect.arrayContaining([`missing or damaged: ${missing}`, `missing or damaged: ${damaged}`]),
    );
    expect(existsSync(join(cut, "manifest.json"))).toBe(false);
    const despite = join(home, "despite");
    expect(await write(despite, { storage: spoiled, despiteDamage: true })).toMatchObject({
      leftOut: [missing, damaged].toSorted(),
    });
    const place = await emptyPlace("lacking");
    await restoreInto(place, despite);
    const restored = createDatabase(place.clone.appUrl, { max: 2 });
    const files = { db: restored.db, storage: place.storage, content: false, onProgress: silent };
    expect(await checkFiles(files)).toEqual([
      expect.stringContaining(`${[missing, damaged].toSorted()[0]}: found no bytes`),
      expect.stringContaining(`${[missing, damaged].toSorted()[1]}: found no bytes`),
    ]);
    await restored.close();
  });

  test("is refused when row-level security could hide a row; a table shown to one person only is opened for it by migrating", async () => {
    await asAdmin(database.adminUrl, [
      `create table public.secretive (id uuid primary key, owner uuid);
       alter table public.secretive owner to fundproof_owner;
       alter table public.secretive enable row level security;
       alter table public.secretive force row level security;
       create policy own on public.secretive using (owner = app_person());
       insert into public.secretive values (gen_random_uuid(), gen_random_uuid())`,
    ]);
    await expect(write(join(home, "hidden"))).rejects.toThrow(/may hide rows of "public"\."secretive"/);
    expect(await migrate(database.ownerUrl)).toEqual([]);
    await write(join(home, "opened"));
    expect((await readManifest(join(home, "opened"))).tables).toContainEqual(
      expect.objectContaining({ name: "secretive", rows: 1 }),
    );
    const seen = "select count(*)::integer as n from public.secretive";
    expect(await asAdmin(database.ownerUrl, ["set app.side = 'system'", seen])).toEqual([{ n: 0 }]);
    await asAdmin(database.adminUrl, ["drop table public.secretive"]);
  });
});
