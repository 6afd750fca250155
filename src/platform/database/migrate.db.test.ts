import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Clone, createThrowawayDatabase } from "../../../test/database/clone-database.ts";
import { prepareLogins } from "./logins.ts";
import { migrate, migrationsFolder } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";

let clone: Clone;
let ownerUrl = "";
let folder = "";
beforeEach(async () => {
  clone = await createThrowawayDatabase("empty");
  ownerUrl = (await prepareLogins(clone.adminUrl)).ownerUrl;
  folder = mkdtempSync(join(tmpdir(), "fundproof-migrations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await clone.drop();
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

async function column(query: string): Promise<unknown[]> {
  const client = new pg.Client(clone.adminUrl);
  await client.connect();
  const { rows } = await client.query({ text: query, rowMode: "array" });
  await client.end();
  return rows.map((row: unknown[]) => row[0]);
}

describe("migrations", () => {
  test("run in the order of their numbers, and a second start finds nothing to do", async () => {
    write("0002_second.sql", "alter table first add column note text;");
    write("0001_first.sql", "create table first (id int);\ninsert into first values (1);");
    expect(await migrate(ownerUrl, folder)).toEqual(["0001_first", "0002_second"]);
    expect(await migrate(ownerUrl, folder)).toEqual([]);
    write("0003_third.sql", "create table third (id int);");
    expect(await migrate(ownerUrl, folder)).toEqual(["0003_third"]);
    expect(await column("select name from schema_migration order by name")).toHaveLength(3);
  });

  test("belong to the owner, so that the pool's login cannot change what they made", async () => {
    write("0001_first.sql", "create table first (id int);");
    await migrate(ownerUrl, folder);
    expect(await column("select tableowner from pg_tables where tablename = 'first'")).toEqual(["fundproof_owner"]);
  });

  test("that were changed after they were applied stop the start", async () => {
    write("0001_first.sql", "create table first (id int);");
    await migrate(ownerUrl, folder);
    write("0001_first.sql", "create table first (id bigint);");
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/changed after they had been applied.*0001_first/);
  });

  test("count as unchanged when only the line ends differ", async () => {
    write("0001_first.sql", "create table first (id int);\n-- end\n");
    await migrate(ownerUrl, folder);
    write("0001_first.sql", "create table first (id int);\r\n-- end\r\n");
    expect(await migrate(ownerUrl, folder)).toEqual([]);
  });

  test("of a newer version stop an older program", async () => {
    write("0001_first.sql", "create table first (id int);");
    write("0002_second.sql", "create table second (id int);");
    await migrate(ownerUrl, folder);
    rmSync(join(folder, "0002_second.sql"));
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/does not know: 0002_second/);
  });

  test("that fail leave nothing behind and tell the file and the line", async () => {
    write("0001_first.sql", "create table first (id int);");
    write("0002_second.sql", "create table second (id int);\n\ncreate tabel third (id int);");
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0002_second\.sql:3 failed.*syntax error/);
    expect(await column("select name from schema_migration")).toEqual(["0001_first"]);
    expect(await column("select tablename from pg_tables where tablename = 'second'")).toEqual([]);
  });

  test("run once when six processes start at the same moment", async () => {
    write("0001_first.sql", "create table first (id int);\nselect pg_sleep(0.05);");
    write("0002_second.sql", "create table second (id int);");
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(ownerUrl, folder)));
    expect(applied.flat().sort()).toEqual(["0001_first", "0002_second"]);
  });

  test("with the same number twice, or a name out of the pattern, are refused", () => {
    write("0001_first.sql", "");
    write("0001_other.sql", "");
    expect(() => readMigrations(folder)).toThrow(/same number/);
    rmSync(join(folder, "0001_other.sql"));
    write("2_Second.sql", "");
    expect(() => readMigrations(folder)).toThrow(/NNNN_name\.sql/);
  });

  test("of the program itself have names and numbers that fit", () => {
    expect(readMigrations(migrationsFolder).length).toBeGreaterThan(0);
  });
});
