import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "../database/use-database.ts";
import { attempt, connectTo } from "./both-partners.ts";

// What holds for every table and both logins, asked of PostgreSQL's own catalogue, so that a new table is held to it too.

const database = useDatabase();
let app: pg.Client;
let admin: pg.Client;

beforeAll(async () => {
  [app, admin] = await Promise.all([connectTo(database.appUrl), connectTo(database.adminUrl)]);
});
afterAll(() => Promise.all([app?.end(), admin?.end()]));

const ask = async <T>(question: string): Promise<T[]> => (await admin.query(question)).rows as T[];
const TABLES = "c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')";

describe("every table", () => {
  test("says in a comment what it is", async () => {
    const silent = await ask<{ name: string }>(`
      select c.relname as name from pg_class c where ${TABLES} and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("has a primary key", async () => {
    const without = await ask<{ name: string }>(`
      select c.relname as name from pg_class c where ${TABLES}
         and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
    expect(without).toEqual([]);
  });

  test("finds what refers to it: each foreign key has an index that begins with what it points by", async () => {
    const bare = await ask<{ name: string }>(`
      with fk as (
        select k.conrelid, k.conname, array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i)
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by i) as columns
          from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and ${TABLES}
      ), ix as (
        select x.indrelid, array(select a.attname::text from unnest(x.indkey::smallint[]) with ordinality u(n, i)
               join pg_attribute a on a.attrelid = x.indrelid and a.attnum = u.n order by i) as columns
          from pg_index x where x.indpred is null or pg_get_expr(x.indpred, x.indrelid) ~* 'is not null'
      )
      select fk.conrelid::regclass || ' ' || fk.conname as name from fk
       where not exists (
         select from ix where ix.indrelid = fk.conrelid
            and (ix.columns[1:cardinality(fk.columns)] @> fk.columns
                 or (ix.columns[1] = any (fk.columns) and (ix.columns[1] <> 'partner_id' or fk.columns = array['partner_id']))))
       order by 1`);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test("has a currency beside each amount of minor units", async () => {
    const NO_MONEY = ["file.size: bytes", "ledger_entry.position: a number in order"];
    const ELSEWHERE = [
      "ledger_lot_movement.amount: the currency of its lot",
      "ledger_lot_position.amount: the currency of its account",
    ];
    const lonely = await ask<{ name: string }>(`
      select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where ${TABLES} and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int8'::regtype
         and not exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'currency' and b.attnotnull)
       union
      select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where ${TABLES} and c.relname = 'ledger_entry' and a.attname = 'position' order by 1`);
    expect(lonely.map(({ name }) => name)).toEqual(
      [...NO_MONEY, ...ELSEWHERE].map((text) => String(text.split(":")[0])).sort(),
    );
  });

  test("keeps no amount as a float or as money of PostgreSQL", async () => {
    const floats = await ask<{ name: string }>(`
      select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where ${TABLES} and a.attnum > 0 and not a.attisdropped and a.atttypid in ('float4'::regtype, 'float8'::regtype, 'money'::regtype)`);
    expect(floats).toEqual([]);
  });

  test("keeps moments with their zone", async () => {
    const zoneless = await ask<{ name: string }>(`
      select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where ${TABLES} and a.attnum > 0 and not a.attisdropped and a.atttypid in ('timestamp'::regtype, 'time'::regtype)`);
    expect(zoneless).toEqual([]);
  });

  test("of a partner is unique within the partner, or is named with a reason", async () => {
    const OVER_ALL: Readonly<Record<string, string>> = {
      "claim claim_number": "people quote it to each other: one sequence over all partners",
      "dry_run_claim dry_run_claim_pkey": "ids of rows; the claim is the partner's",
      "ledger_account ledger_account_id_currency_key": "the id again, for the foreign key that carries the currency",
      "ledger_lot_movement ledger_lot_movement_pkey": "ids of rows that are the partner's",
      "ledger_lot_position ledger_lot_position_pkey": "ids of rows that are the partner's",
      "ledger_transfer ledger_transfer_pkey": "ids of rows that are the partner's",
      "location location_partner_number_key": "the PartnerID, which the vendor gives out",
      "organisation organisation_id_kind_key": "the id again, for the foreign key that carries the kind",
      "organisation organisation_one_vendor": "there is one vendor",
      "person person_email_key": "what people sign in with, before anybody knows their partner",
      "person person_id_organisation_id_side_key": "the id again, for foreign keys that carry the organisation",
      "plan plan_number": "people quote it to each other: one sequence over all partners",
      "review_assignment review_assignment_pkey": "ids of rows that are the partner's",
    };
    const wide = await ask<{ name: string }>(`
      select c.relname || ' ' || i.relname as name
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where ${TABLES} and x.indisunique
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id')
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id' and a.attnum = any (x.indkey))
         and not (x.indisprimary and x.indnatts = 1 and exists (
               select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (x.indkey) and a.attname = 'id' and a.atttypid = 'uuid'::regtype))
       order by 1`);
    expect(wide.map(({ name }) => name)).toEqual(Object.keys(OVER_ALL));
  });

  test("of a partner may name a partner's row only together with the partner, or is named with a reason", async () => {
    const ALONE: Readonly<Record<string, string>> = {
      "access_request access_request_person_id_fkey": "a person asks for itself: the policy compares with who acts",
      "ledger_entry ledger_entry_reverses_id_fkey": "checked by the ledger: a reversal names the entry's own partner",
      "ledger_lot ledger_lot_entry_id_fkey": "written by the ledger alone",
      "ledger_lot_movement ledger_lot_movement_entry_id_ordinal_fkey": "written by the ledger alone",
      "ledger_lot_movement ledger_lot_movement_lot_id_fkey": "written by the ledger alone",
      "ledger_lot_position ledger_lot_position_account_id_fkey": "written by the ledger alone",
      "ledger_lot_position ledger_lot_position_lot_id_fkey": "written by the ledger alone",
      "ledger_transfer ledger_transfer_entry_id_fkey": "written by the ledger alone",
      "ledger_transfer ledger_transfer_from_account_id_currency_fkey": "written by the ledger alone",
      "ledger_transfer ledger_transfer_to_account_id_currency_fkey": "written by the ledger alone",
      "notification notification_event_id_fkey": "written by the program itself",
      "notification notification_person_id_fkey": "written by the program itself",
      "person person_organisation_id_side_fkey": "the partner is generated from the organisation",
      "role_grant role_grant_person_id_organisation_id_side_fkey": "the partner is generated from the organisation",
      "saved_view saved_view_person_id_fkey": "a row is its person's own, and the policy knows that person's partner",
    };
    const alone = await ask<{ name: string }>(`
      select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.contype = 'f' and ${TABLES} and k.confrelid <> 'organisation'::regclass
         and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'partner_id')
         and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'partner_id')
         and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'partner_id' and a.attnum = any (k.conkey))
       union select k.conrelid::regclass || ' ' || k.conname from pg_constraint k where k.conname in ('person_organisation_id_side_fkey')
       order by 1`);
    expect(alone.map(({ name }) => name)).toEqual(Object.keys(ALONE));
  });
});

describe("the application's login", () => {
  const as = { side: "system" };

  test("is an ordinary one: no power over the server, owner of nothing, member of nobody", async () => {
    expect(
      await ask(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = 'fundproof_app'`,
      ),
    ).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false },
    ]);
    expect(
      await ask(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'fundproof_owner'`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    expect(await ask(`select 1 from pg_auth_members where member = 'fundproof_app'::regrole`)).toEqual([]);
    for (const [catalogue, column] of [
      ["pg_class", "relowner"],
      ["pg_proc", "proowner"],
      ["pg_namespace", "nspowner"],
      ["pg_type", "typowner"],
    ]) {
      expect(await ask(`select 1 from ${catalogue} where ${column} = 'fundproof_app'::regrole`), catalogue).toEqual([]);
    }
  });

  test.each([
    "create table t (id int)",
    "create temporary table t (id int)",
    "create table auth.t (id int)",
    "create table pgboss.t (id int)",
    "create schema s",
    "create function f() returns int language sql as 'select 1'",
    "create extension pgcrypto",
    "create role r",
    "create database d",
    "alter table claim add column x int",
    "alter table claim disable row level security",
    "alter table claim no force row level security",
    "alter table claim disable trigger all",
    "alter table event disable trigger event_append_only",
    "create policy p on claim using (true)",
    "drop policy claim_partner on claim",
    "drop table claim",
    "drop function refuse_change() cascade",
    "create or replace function may_see_partner(partner uuid) returns boolean language sql as 'select true'",
    "create trigger t before insert on claim for each row execute function refuse_change()",
    "alter role fundproof_app bypassrls",
    "set role fundproof_owner",
    "set session authorization fundproof_owner",
    "set session_replication_role = replica",
    "copy claim to program 'cat'",
    "copy (select 1) to '/tmp/x'",
    "select pg_read_file('/etc/passwd')",
    "select * from pg_authid",
    "insert into schema_migration select * from schema_migration",
    "delete from schema_migration",
    "vacuum full claim",
  ])("may not: %s", async (statement) => {
    const { outcome, message } = await attempt(app, as, statement);
    // 42501 insufficient privilege; 25001 what cannot stand in a transaction is not tried without one either.
    expect(["42501", "25001"], message).toContain(outcome);
  });

  test("does not get round row-level security by switching it off: the question is refused", async () => {
    for (const table of ["claim", "ledger_entry", "person"]) {
      await app.query("begin");
      await app.query("set local row_security = off");
      await expect(app.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: "42501" });
      await app.query("rollback");
    }
  });

  test("holds no right on a table beyond reading and writing rows", async () => {
    const rights = await ask<{ name: string }>(`
      select distinct table_schema || '.' || table_name || ' ' || privilege_type as name from information_schema.table_privileges
       where grantee in ('fundproof_app', 'PUBLIC') and table_schema in ('public', 'auth', 'pgboss')
         and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') order by 1`);
    expect(rights).toEqual([]);
  });

  test("may delete only what is meant to go away", async () => {
    const rights = await ask<{ name: string }>(`
      select table_name as name from information_schema.table_privileges
       where grantee = 'fundproof_app' and table_schema = 'public' and privilege_type = 'DELETE' order by 1`);
    expect(rights.map(({ name }) => name)).toEqual([
      "activity",
      "campaign",
      "certification",
      "idempotent_answer",
      "invoice",
      "invoice_line",
      "metric_value",
      // Drafts alone: row-level security shows no others to delete, and a trigger refuses.
      "program_edition",
      "proof_document",
      "saved_view",
    ]);
  });

  test("cannot forget the partner by leaving a setting behind: it ends with the transaction", async () => {
    await attempt(app, { side: "vendor" }, "select 1");
    const { rows } = await app.query("select app_side() as side, app_organisation() as organisation");
    expect(rows).toEqual([{ side: "", organisation: null }]);
  });

  test("cannot connect as anybody: everybody else's rights on the database are gone", async () => {
    const rows = await ask<{ temp: boolean; create: boolean }>(`
      select has_database_privilege('public', current_database(), 'temporary') as temp, has_schema_privilege('public', 'public', 'create') as create`);
    expect(rows).toEqual([{ temp: false, create: false }]);
  });
});
