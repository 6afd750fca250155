import { describe, expect, test } from "vitest";
import { newUuid } from "../../src/kernel/index.ts";
import { useDatabase } from "../database/use-database.ts";
import { useWire } from "../wire/wire.ts";
import { attempt, quote, type Table, useWalls } from "./both-partners.ts";

// The second wall between partners: row-level security. Every table of schema public is tried as the application's own
// login, acting for partner B, with a WHERE that asks for partner A, or with none. Nothing of A may come or change.

const database = useDatabase();
const wire = useWire(database);
const walls = useWalls(database, wire);

/** Tables without partner_id, and why nothing of a partner stands in them. */
const NOT_OF_A_PARTNER: Readonly<Record<string, string>> = {
  program: "programs are the vendor's and for everybody who is signed in",
  program_edition: "rules are no secret; drafts are hidden from partners (own test below)",
  dry_run: "an edition tried on past claims; the vendor's side's alone",
  vendor_setting: "switches of the vendor; its own side's alone",
  ledger_flow: "a list of kinds, without data",
  idempotent_answer: "belongs to a person, not to a partner (own test below)",
  schema_migration: "names of files",
};

/** Rows without a partner that a partner may read, and why. */
const OF_NOBODY: Readonly<Record<string, string>> = {
  organisation: "the vendor itself: partners know its name",
  ledger_account: "the program's expense, where money comes from; it carries no balance",
};

/** What the vendor works with: partners see none of it, not even what is about them. */
const OF_THE_VENDOR: readonly string[] = ["review_assignment", "dry_run_claim"];

/** What is visible to a connection that says nothing about who acts, and why. */
const OPEN_TO_ALL: Readonly<Record<string, string>> = {
  ledger_flow: "a list of kinds, without data",
  schema_migration: "names of files, read by /readyz",
};

const partnerTables = (): readonly Table[] => walls.tables.filter(({ columns }) => columns.includes("partner_id"));

describe("every table", () => {
  test("has row-level security, enabled and forced, or is named with a reason", () => {
    const open = walls.tables.filter(({ secured, forced }) => !(secured && forced)).map(({ name }) => name);
    expect(open).toEqual(["schema_migration"]);
    expect(walls.tables.length).toBeGreaterThan(25);
  });

  test("either has partner_id or is named with a reason", () => {
    const without = walls.tables.filter(({ columns }) => !columns.includes("partner_id")).map(({ name }) => name);
    expect(without.sort()).toEqual(Object.keys(NOT_OF_A_PARTNER).sort());
  });

  test("with partner_id holds rows of both partners here, so that nothing is proven by being empty", async () => {
    const empty: string[] = [];
    for (const { name } of partnerTables()) {
      for (const partner of [walls.world.partner.id, walls.world.other.organisation.id]) {
        const { rows } = await walls.admin.query(`select 1 from ${quote(name)} where partner_id = $1 limit 1`, [
          partner,
        ]);
        if (rows.length === 0) empty.push(name);
      }
    }
    expect(empty).toEqual([]);
  });

  test("shows partner B nothing of partner A, with a wrong WHERE and with none", async () => {
    for (const { name } of partnerTables()) {
      const wrong = await attempt(walls.app, walls.asB(), `select * from ${quote(name)} where partner_id = $1`, [
        walls.world.partner.id,
      ]);
      expect(wrong.outcome, name).toBe(0);
      const all = await attempt(walls.app, walls.asB(), `select distinct partner_id from ${quote(name)}`);
      expect(all.message, name).toBe("");
      const seen = all.rows.map((row) => row["partner_id"]);
      const allowed = [walls.world.other.organisation.id, ...(name in OF_NOBODY ? [null] : [])];
      if (!OF_THE_VENDOR.includes(name)) expect(seen, name).toContain(walls.world.other.organisation.id);
      for (const partner of seen) expect(allowed, name).toContain(partner);
    }
  });

  test("shows partner B no row in which an id of partner A stands, in any column", async () => {
    for (const { name } of walls.tables) {
      for (const id of [
        walls.world.partner.id,
        walls.world.location.id,
        walls.world.fund.id,
        walls.world.incentivesAdmin.personId,
      ]) {
        const found = await attempt(walls.app, walls.asB(), `select 1 from ${quote(name)} t where t::text like $1`, [
          `%${id}%`,
        ]);
        expect(found.outcome, `${name} ${id}`).toBe(0);
      }
    }
  });

  test("shows nothing to who says nothing about who acts, or something odd", async () => {
    for (const as of [
      undefined,
      { side: "" },
      { side: "partner" },
      { side: "Vendor" },
      { side: "sign-in" },
      { side: "partner", organisation: newUuid() },
    ]) {
      for (const { name } of walls.tables) {
        const known = name in OPEN_TO_ALL || (as?.side === "partner" && name in { program: 1, program_edition: 1 });
        const { outcome, rows } = await attempt(walls.app, as, `select * from ${quote(name)}`);
        if (known) continue;
        if (as?.side === "partner" && name in OF_NOBODY) {
          for (const row of rows) expect(row["partner_id"], name).toBeNull();
          continue;
        }
        expect(outcome, `${name} as ${JSON.stringify(as)}`).toBe(0);
      }
    }
  });

  test("lets partner B change no row of partner A", async () => {
    for (const { name, writable } of partnerTables()) {
      for (const column of writable) {
        const statement = `update ${quote(name)} set ${quote(column)} = ${quote(column)}`;
        const wrong = await attempt(walls.app, walls.asB(), `${statement} where partner_id = $1`, [
          walls.world.partner.id,
        ]);
        expect([0, "42501", "428C9"], `${name}.${column}: ${wrong.message}`).toContain(wrong.outcome);
        const all = await attempt(walls.app, walls.asB(), `${statement} returning partner_id`);
        for (const row of all.rows) expect(row["partner_id"], name).toBe(walls.world.other.organisation.id);
      }
    }
  });

  test("lets partner B delete no row of partner A", async () => {
    for (const { name } of partnerTables()) {
      const wrong = await attempt(walls.app, walls.asB(), `delete from ${quote(name)} where partner_id = $1`, [
        walls.world.partner.id,
      ]);
      expect([0, "42501"], `${name}: ${wrong.message}`).toContain(wrong.outcome);
      const all = await attempt(walls.app, walls.asB(), `delete from ${quote(name)} returning partner_id`);
      for (const row of all.rows) expect(row["partner_id"], name).toBe(walls.world.other.organisation.id);
    }
  });

  test("lets partner B write no row of partner A, and give none of its own away", async () => {
    for (const { name, writable } of partnerTables()) {
      const list = writable.map(quote).join(", ");
      const own = await walls.admin.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${quote(name)} t where partner_id = $1 limit 1`,
        [walls.world.partner.id],
      );
      const row = { ...own.rows[0]?.row, ...(writable.includes("id") ? { id: newUuid() } : {}) };
      const copy = await attempt(
        walls.app,
        walls.asB(),
        `insert into ${quote(name)} (${list}) select ${list} from jsonb_populate_record(null::${quote(name)}, $1)`,
        [JSON.stringify(row)],
      );
      expect(copy.outcome, `${name}: ${copy.message}`).toBe("42501");
      if (!writable.includes("partner_id")) continue;
      const given = await attempt(walls.app, walls.asB(), `update ${quote(name)} set partner_id = $1`, [
        walls.world.partner.id,
      ]);
      // No row of the vendor's queue is there to be given away.
      expect(given.outcome, `${name}: ${given.message}`).toBe(name === "review_assignment" ? 0 : "42501");
    }
  });

  test("refuses to be emptied by the application", async () => {
    for (const { name } of walls.tables) {
      expect((await attempt(walls.app, { side: "system" }, `truncate ${quote(name)} cascade`)).outcome, name).toBe(
        "42501",
      );
    }
  });
});
