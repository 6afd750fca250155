import { describe, expect, test } from "vitest";
import { newUuid } from "../../src/kernel/index.ts";
import { useDatabase } from "../database/use-database.ts";
import { useWire } from "../wire/wire.ts";
import { attempt, quote, useWalls } from "./both-partners.ts";

// What row-level security by partner does not say by itself: rows that are a person's or a side's, functions that look past
// the wall, and rows that nobody may change any more.

const database = useDatabase();
const wire = useWire(database);
const walls = useWalls(database, wire);

describe("what stands in no partner's name", () => {
  test("kept answers are the person's own, and a colleague's are not to be seen", async () => {
    const { rows } = await walls.admin.query(`select person_id from idempotent_answer`);
    expect(rows.length).toBeGreaterThan(1);
    const mine = await attempt(walls.app, walls.asB(), "select person_id from idempotent_answer");
    expect(mine.rows).toEqual([{ person_id: walls.world.other.admin.personId }]);
    const colleague = { ...walls.asB(), person: newUuid() };
    expect((await attempt(walls.app, colleague, "select 1 from idempotent_answer")).outcome).toBe(0);
    expect((await attempt(walls.app, colleague, "delete from idempotent_answer")).outcome).toBe(0);
    const forged = await attempt(
      walls.app,
      colleague,
      "insert into idempotent_answer (person_id, key, request_hash, created_at) values ($1, $2, 'x', now())",
      [walls.world.incentivesAdmin.personId, newUuid()],
    );
    expect(forged.outcome).toBe("42501");
  });

  test("a draft of an edition is the vendor's alone", async () => {
    await walls.admin.query("set session_replication_role = replica");
    const { rows } = await walls.admin.query<{ id: string }>(
      `insert into program_edition (id, program_id, program_year, version, status, starts_on, ends_on, document, document_hash, created_at, created_by)
       select gen_random_uuid(), program_id, 'FY40', 1, 'draft', starts_on, ends_on,
              document || jsonb_build_object('programYear', 'FY40', 'startsOn', starts_on, 'endsOn', ends_on), document_hash, created_at, created_by
         from program_edition limit 1 returning id`,
    );
    await walls.admin.query("set session_replication_role = origin");
    const draft = rows[0]?.id;
    expect(
      (await attempt(walls.app, walls.asB(), "select 1 from program_edition where id = $1", [draft])).outcome,
    ).toBe(0);
    expect(
      (await attempt(walls.app, { side: "vendor" }, "select 1 from program_edition where id = $1", [draft])).outcome,
    ).toBe(1);
    for (const statement of ["update program set name = 'Ours'", "update program_edition set status = 'superseded'"]) {
      expect((await attempt(walls.app, walls.asB(), statement)).outcome).toBe(0);
    }
  });

  test("a comment for the own side is not the other side's, and a partner writes none in the vendor's name", async () => {
    const vendor = await attempt(
      walls.app,
      { side: "vendor" },
      "select 1 from comment where visibility = 'own-side' and side = 'partner'",
    );
    expect(vendor.outcome).toBe(0);
    const forged = await attempt(
      walls.app,
      walls.asB(),
      `insert into comment (id, partner_id, subject_type, subject_id, side, author_id, visibility, body, written_at)
       values (gen_random_uuid(), $1, 'claim', gen_random_uuid(), 'vendor', gen_random_uuid(), 'shared', 'Approved!', now())`,
      [walls.world.other.organisation.id],
    );
    expect(forged.outcome).toBe("42501");
  });

  test("the credentials of everybody are hidden from both sides", async () => {
    for (const name of ["user", "session", "account", "verification", "sign_in_failure"]) {
      for (const as of [undefined, walls.asB(), { side: "vendor" }]) {
        const { outcome } = await attempt(walls.app, as, `select * from auth.${quote(name)}`);
        expect([0, "42501"], name).toContain(outcome);
      }
    }
  });
});

describe("functions that look past the wall", () => {
  const KNOWN = [
    "auth.may_sign_in",
    "claims_like",
    "enqueue_job",
    "file_seen_before",
    "invoice_alike_before",
    "invoice_seen_before",
    "ledger_post",
    "program_rules_version",
    "search_claims",
    "session_actor",
    "vendor_person_name",
    "vendor_reviewer",
  ];

  test("are these, each with a fixed search_path, and none for everybody", async () => {
    const { rows } = await walls.admin.query<{ name: string; config: string[] | null; open: boolean }>(`
      select case when n.nspname = 'public' then p.proname else n.nspname || '.' || p.proname end as name, p.proconfig as config,
             has_function_privilege('public', p.oid, 'execute') as open
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(KNOWN);
    for (const { name, config, open } of rows) {
      expect(
        config?.find((one) => one.startsWith("search_path=")),
        name,
      ).toMatch(/pg_temp$/);
      expect(open, name).toBe(false);
    }
  });

  test("tell a partner that an invoice or a file was seen before, never where or whose", async () => {
    const { rows } = await walls.admin.query<{ supplier_name: string; number: string; sha256: string }>(
      `select i.supplier_name, i.number, f.sha256 from invoice i join file f on f.id = i.file_id where i.partner_id = $1 limit 1`,
      [walls.world.partner.id],
    );
    const seen = rows[0];
    const invoice = await attempt(
      walls.app,
      walls.asB(),
      "select invoice_seen_before($1, $2, gen_random_uuid()) as said",
      [seen?.supplier_name, seen?.number],
    );
    expect(invoice.rows).toEqual([{ said: ["other-partner"] }]);
    const file = await attempt(walls.app, walls.asB(), "select file_seen_before($1, gen_random_uuid()) as said", [
      seen?.sha256,
    ]);
    expect(file.rows).toEqual([{ said: ["other-partner"] }]);
    expect(
      (
        await attempt(walls.app, walls.asB(), "select vendor_person_name($1) as name", [
          walls.world.incentivesAdmin.personId,
        ])
      ).rows,
    ).toEqual([{ name: null }]);
  });

  test("post nothing to the money of another partner, and give nobody money of his own", async () => {
    const entry = (partner: string, fund: string, changes: object = {}) => ({
      id: newUuid(),
      template: "reserve",
      businessKey: `claim:${newUuid()}:submitted:1`,
      programId: walls.world.program.id,
      partnerId: partner,
      fundId: fund,
      sourceType: "claim",
      sourceId: newUuid(),
      effectiveOn: "2026-11-23",
      recordedAt: "2026-11-23T12:00:00Z",
      recordedBy: walls.world.other.admin.personId,
      transfers: [
        {
          from: { kind: "fund-available", fundId: fund },
          to: { kind: "claim-reserved", fundId: fund, subjectId: newUuid() },
          currency: "USD",
          amount: "100",
        },
      ],
      ...changes,
    });
    const post = (given: object) =>
      attempt(walls.app, walls.asB(), "select ledger_post($1::jsonb)", [JSON.stringify(given)]);
    const other = walls.world.other;
    expect((await post(entry(walls.world.partner.id, walls.world.fund.id))).outcome).not.toBe(1);
    expect((await post(entry(other.organisation.id, walls.world.fund.id))).outcome).not.toBe(1);
    const gift = {
      template: "accrue",
      transfers: [
        {
          from: { kind: "program-expense" },
          to: { kind: "fund-available", fundId: other.fund.id },
          currency: "USD",
          amount: "100",
          payingEntity: "vendor-us",
          lotId: newUuid(),
        },
      ],
    };
    expect((await post(entry(other.organisation.id, other.fund.id, gift))).outcome).not.toBe(1);
    expect((await post(entry(other.organisation.id, other.fund.id, { ...gift, template: "adjust" }))).outcome).not.toBe(
      1,
    );
    expect((await post(entry(other.organisation.id, other.fund.id))).outcome).toBe(1);
  });

  test("views show what their reader may see", async () => {
    const { rows } = await walls.admin.query<{ name: string; options: string[] | null }>(
      `select relname as name, reloptions as options from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name, options } of rows) {
      expect(options, name).toContain("security_invoker=true");
      const { outcome } = await attempt(walls.app, walls.asB(), `select 1 from ${quote(name)} where partner_id = $1`, [
        walls.world.partner.id,
      ]);
      expect(outcome, name).toBe(0);
    }
  });
});

describe("what was written once", () => {
  const APPEND_ONLY = [
    "access_request",
    "claim_decision",
    "comment",
    "event",
    "file",
    "fund_adjustment",
    "ledger_entry",
    "ledger_lot",
    "ledger_lot_movement",
    "ledger_transfer",
    "partner_fact",
    "plan_decision",
    "plan_payment",
  ];

  test("is append-only where its table says so", () => {
    const said = walls.tables.filter(({ comment }) => /append-only/i.test(comment ?? "")).map(({ name }) => name);
    expect(said.sort()).toEqual(APPEND_ONLY);
  });

  test.each(APPEND_ONLY)(
    "%s refuses change, deletion and emptying, to the application and to the owner",
    async (name) => {
      const table = walls.tables.find((one) => one.name === name);
      const changes = (table?.writable ?? []).map(
        (column) => `update ${quote(name)} set ${quote(column)} = ${quote(column)}`,
      );
      for (const statement of [...changes, `delete from ${quote(name)}`, `truncate ${quote(name)} cascade`]) {
        expect((await attempt(walls.app, { side: "system" }, statement)).outcome, statement).toBe("42501");
        // Where no policy lets the owner change rows, it meets none; where one does, the trigger refuses.
        expect([0, "23001"], statement).toContain((await attempt(walls.owner, { side: "system" }, statement)).outcome);
        expect((await attempt(walls.admin, undefined, statement)).outcome, statement).toBe("23001");
      }
      // The rows are there to be refused: the owner sees them as the program itself.
      expect((await attempt(walls.owner, { side: "system" }, `select 1 from ${quote(name)} limit 1`)).outcome).toBe(1);
    },
  );

  test("a published edition is not changed, deleted or emptied, not even by the owner", async () => {
    for (const statement of [
      "update program_edition set document = document || '{\"planMode\": \"none\"}' where status = 'published'",
      "delete from program_edition where status = 'published'",
      "update program_edition set status = 'draft', published_at = null, published_by = null where status = 'published'",
      "truncate program_edition cascade",
    ]) {
      const { outcome } = await attempt(walls.owner, { side: "system" }, statement);
      // Without a right to delete, the owner's DELETE meets no row: row-level security has no policy for it.
      expect(["23001", 0], statement).toContain(outcome);
      expect(["42501", "23001", 0], statement).toContain(
        (await attempt(walls.app, { side: "system" }, statement)).outcome,
      );
    }
  });

  test("balances and positions of lots are written by the ledger alone", async () => {
    for (const name of [
      "ledger_account",
      "ledger_lot_position",
      "ledger_flow",
      "ledger_entry",
      "ledger_transfer",
      "ledger_lot",
      "ledger_lot_movement",
    ]) {
      const column = walls.tables.find((one) => one.name === name)?.writable[0] ?? "";
      for (const statement of [
        `update ${quote(name)} set ${quote(column)} = ${quote(column)}`,
        `delete from ${quote(name)}`,
        `insert into ${quote(name)} default values`,
      ]) {
        expect((await attempt(walls.app, { side: "system" }, statement)).outcome, `${statement}`).toBe("42501");
      }
    }
    for (const call of [
      "ledger_open_lot('{}'::jsonb, 1::smallint, gen_random_uuid())",
      "ledger_move_lots(gen_random_uuid(), 1::smallint, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1)",
    ]) {
      expect((await attempt(walls.app, { side: "system" }, `select ${call}`)).outcome, call).toBe("42501");
    }
  });
});
