import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withDatabase, withLogin } from "./connection.ts";
import { type Cluster, startCluster } from "./embedded-cluster.ts";
import { prepareLogins } from "./logins.ts";
import { migrate } from "./migrate.ts";

// A server of its own: roles belong to the whole server, and other test files use theirs at the same moment.
const home = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-test-logins-"));
let cluster: Cluster;
const clone = { adminUrl: "" };
beforeAll(async () => {
  cluster = await startCluster({ folder: join(home, "postgres"), fast: true });
  await run(cluster.url("postgres"), "create database logins");
  clone.adminUrl = withDatabase(cluster.url("postgres"), "logins");
});
afterAll(async () => {
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe("the two logins", () => {
  test("are made once and agreed on by ten processes that start at the same moment", async () => {
    const logins = await Promise.all(Array.from({ length: 10 }, () => prepareLogins(clone.adminUrl)));
    expect(new Set(logins.map((login) => login.ownerUrl + login.appUrl)).size).toBe(1);
    expect(await run(logins[0]?.appUrl ?? "", "select current_user::text as name")).toEqual([
      { name: "fundproof_app" },
    ]);
    expect(await run(logins[0]?.ownerUrl ?? "", "select current_user::text as name")).toEqual([
      { name: "fundproof_owner" },
    ]);
  });

  test("hold no power over the server", async () => {
    await prepareLogins(clone.adminUrl);
    const rows = await run(
      clone.adminUrl,
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as strong
         from pg_roles where rolname in ('fundproof_owner', 'fundproof_app')`,
    );
    expect(rows).toEqual([{ strong: false }, { strong: false }]);
  });

  // Roles are shared by all databases of the test server: only a power that no other test could notice is given here.
  test("that somebody made too strong lose that power at the next start", async () => {
    await run(clone.adminUrl, "alter role fundproof_app createdb");
    await prepareLogins(clone.adminUrl);
    const rows = await run(
      clone.adminUrl,
      "select rolcreatedb as strong from pg_roles where rolname = 'fundproof_app'",
    );
    expect(rows).toEqual([{ strong: false }]);
  });
});

describe("the pool's login", () => {
  test.each([
    "create table mine (id int)",
    "create temporary table mine (id int)",
    "create schema mine",
    "create function f() returns int language sql return 1",
    "alter table event disable row level security",
    "drop table event",
    "truncate event",
    "create role friend",
    "set role fundproof_owner",
    "alter role fundproof_app bypassrls",
    "insert into schema_migration (name, checksum) values ('x', 'y')",
  ])("may not: %s", async (statement) => {
    const { appUrl, ownerUrl } = await prepareLogins(clone.adminUrl);
    await migrate(ownerUrl);
    await expect(run(appUrl, statement)).rejects.toThrow(/permission denied|must be owner|Only roles with/);
  });

  test("sees no event outside a transaction that says who acts, and not even the owner gets past the wall", async () => {
    const { appUrl, ownerUrl } = await prepareLogins(clone.adminUrl);
    await migrate(ownerUrl);
    await run(
      clone.adminUrl,
      `insert into event (id, occurred_at, type, subject_type, subject_id, actor_side, actor_person_id, payload, payload_hash)
       values (gen_random_uuid(), now(), 'claim.submitted', 'claim', gen_random_uuid(), 'system', gen_random_uuid(), '', decode(repeat('00', 32), 'hex'))`,
    );
    expect(await run(clone.adminUrl, "select count(*)::int as n from event")).toEqual([{ n: 1 }]);
    expect(await run(appUrl, "select count(*)::int as n from event")).toEqual([{ n: 0 }]);
    expect(await run(ownerUrl, "select count(*)::int as n from event")).toEqual([{ n: 0 }]);
    await expect(run(ownerUrl, "set app.side = 'system'", "delete from event returning id")).resolves.toEqual([]);
    expect(await run(clone.adminUrl, "select count(*)::int as n from event")).toEqual([{ n: 1 }]);
  });
});

describe("a database server of one's own", () => {
  const password = "pa ss/w@rd";
  async function asLogin(name: string, attributes: string): Promise<string> {
    await run(clone.adminUrl, `create role ${name} login password '${password}' ${attributes}`);
    return withLogin(clone.adminUrl, name, password);
  }

  test("needs no superuser: a login that may create roles and owns the database is enough", async () => {
    const name = `dba_${randomBytes(4).toString("hex")}`;
    const url = await asLogin(name, "createrole createdb");
    const database = `owned_${name}`;
    await run(cluster.url("postgres"), `create database ${database} owner ${name}`);
    try {
      // What a login holds of roles that it has made itself, which here it cannot: they are there for other tests as well.
      await run(
        clone.adminUrl,
        `grant fundproof_owner, fundproof_app to ${name} with admin true, inherit false, set false`,
      );
      const logins = await prepareLogins(withDatabase(url, database));
      expect(await migrate(logins.ownerUrl)).not.toHaveLength(0);
    } finally {
      await run(cluster.url("postgres"), `drop database ${database} with (force)`);
      await run(clone.adminUrl, `drop owned by ${name} cascade`, `drop role ${name}`);
      await prepareLogins(clone.adminUrl);
    }
  });

  test("with a login that may not create roles: the message holds what to run", async () => {
    const name = `weak_${randomBytes(4).toString("hex")}`;
    const url = await asLogin(name, "");
    await expect(prepareLogins(url)).rejects.toThrow(/may not create.*[\s\S]*create role fundproof_owner login/);
    await run(clone.adminUrl, `drop role ${name}`);
  });

  test("prepared by an administrator: the owner's login needs the pool's login beside it", async () => {
    const { ownerUrl, appUrl } = await prepareLogins(clone.adminUrl);
    await expect(prepareLogins(ownerUrl)).rejects.toThrow(/DATABASE_APP_URL=/);
    expect(await prepareLogins(ownerUrl, appUrl)).toEqual({ ownerUrl, appUrl });
  });

  test("refuses a pool login that could see past the wall", async () => {
    const { ownerUrl } = await prepareLogins(clone.adminUrl);
    await expect(prepareLogins(ownerUrl, clone.adminUrl)).rejects.toThrow(/wall between partners/);
    await expect(prepareLogins(ownerUrl, ownerUrl)).rejects.toThrow(/wall between partners/);
  });

  test("without a password in DATABASE_URL: nothing can be derived, and the message says so", async () => {
    await run(clone.adminUrl, "select 1");
    const bare = new URL(clone.adminUrl);
    bare.password = "";
    await expect(prepareLogins(bare.href)).rejects.toThrow(/DATABASE_URL/);
  });

  test.each([
    ["nobody listens", (url: URL) => void (url.port = "1"), /cannot be reached.*[\s\S]*host and port/],
    ["the password is wrong", (url: URL) => void (url.password = "wrong"), /Correct the user or the password/],
    ["the database is missing", (url: URL) => void (url.pathname = "/nowhere"), /Create the database first/],
  ])("when %s: the message says what to do and shows no password", async (_name, spoil, message) => {
    const url = new URL(clone.adminUrl);
    const secret = url.password;
    spoil(url);
    const error: unknown = await prepareLogins(url.href).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain(secret);
  });
});
