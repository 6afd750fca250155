import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { asOwner, buildLedgerFund, claimOn, type LedgerFund } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { moneyOf } from "../money/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { type Entry, ledger } from "./index.ts";

const database = useDatabase();
const book = ledgerBook(database);
const now = new Date("2026-11-23T12:00:00Z");
const today = "2026-11-23";
const usd = (text: string) => moneyOf(text, "USD");

const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, SYSTEM_ACTOR, work);
const postedByPartner = (fund: LedgerFund, entry: Entry): Promise<boolean> =>
  inTransaction(database.db, fund.partner, (tx) => ledger.post(tx, fund.partner, now, entry));

function earned(fund: LedgerFund, amount: string): Entry {
  return ledger.accrue(fund, {
    earningId: newUuid(now),
    amount: usd(amount),
    payingEntity: "vendor-us",
    effectiveOn: "2026-03-31",
  });
}

async function fundWith(amount: string): Promise<LedgerFund> {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, amount);
  return fund;
}

describe("who may write", () => {
  const appendOnly = ["ledger_entry", "ledger_transfer", "ledger_lot", "ledger_lot_movement"];
  const tables = [...appendOnly, "ledger_account", "ledger_lot_position", "ledger_flow"];

  test.each(tables)("the application login holds no right to change a row of %s", async (table) => {
    await fundWith("10.00");
    for (const statement of [
      `update ${table} set ${columnOf(table)} = ${columnOf(table)}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(asSystem((tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: "42501" });
    }
    await expect(asSystem((tx) => sql.raw(`insert into ${table} default values`).execute(tx))).rejects.toMatchObject({
      code: "42501",
    });
  });

  test.each(appendOnly)("not even the owner of the tables changes or deletes a row of %s", async (table) => {
    await fundWith("10.00");
    await asOwner(database, async (client) => {
      await expect(client.query(`update ${table} set ${columnOf(table)} = ${columnOf(table)}`)).rejects.toMatchObject({
        constraint: "append_only",
      });
      await expect(client.query(`delete from ${table}`)).rejects.toMatchObject({ constraint: "append_only" });
    });
  });

  test.each(tables)("nor empties %s", async (table) => {
    await asOwner(database, async (client) => {
      await expect(client.query(`truncate ${table} cascade`)).rejects.toMatchObject({ constraint: "append_only" });
    });
  });

  test("a later migration can add a flow", async () => {
    await asOwner(database, async (client) => {
      await client.query("begin");
      const added = await client.query(
        "insert into ledger_flow values ('forfeit', 'fund-available', 'fund-forfeited')",
      );
      expect(added.rowCount).toBe(1);
      await client.query("rollback");
    });
  });

  test("a partner reserves from its own fund", async () => {
    const fund = await fundWith("100.00");
    expect(
      await postedByPartner(fund, ledger.reserveForClaim(claimOn(fund), { amount: usd("10.00"), effectiveOn: today })),
    ).toBe(true);
  });

  test("a partner cannot post to the accounts of another", async () => {
    const [mine, theirs] = [await fundWith("100.00"), await fundWith("100.00")];
    const entry = ledger.reserveForClaim(claimOn(theirs), { amount: usd("10.00"), effectiveOn: today });
    await expect(postedByPartner(mine, entry)).rejects.toMatchObject({ code: "42501" });
    const disguised = { ...entry, partnerId: mine.partnerId };
    await expect(postedByPartner(mine, disguised)).rejects.toMatchObject({ code: "23503" });
    expect(await book.totals(theirs)).toMatchObject({ reserved: 0n, remaining: 10_000n });
  });

  test("a partner cannot give itself money", async () => {
    const fund = await fundWith("100.00");
    await expect(postedByPartner(fund, earned(fund, "10.00"))).rejects.toMatchObject({ code: "42501" });
    expect(await book.totals(fund)).toMatchObject({ earned: 10_000n, remaining: 10_000n });
  });

  test("a partner sees nothing of another's money, whatever it asks for", async () => {
    const [mine, theirs] = [await fundWith("100.00"), await fundWith("100.00")];
    const seen = await inTransaction(database.db, mine.partner, async (tx) => ({
      lines: await ledger.fundLines(tx, theirs.fundId, { limit: 50 }),
      journal: await ledger.journal(tx, theirs.fundId),
      accounts: (
        await sql`select from ledger_account where partner_id is distinct from ${mine.partnerId} and kind <> 'program-expense'`.execute(
          tx,
        )
      ).rows,
      lots: (await sql`select from ledger_lot where partner_id <> ${mine.partnerId}`.execute(tx)).rows,
    }));
    expect(seen).toEqual({ lines: [], journal: [], accounts: [], lots: [] });
  });

  test("a partner sees all of its own money, and that it came from the program", async () => {
    const fund = await fundWith("100.00");
    const { lines, totals } = await inTransaction(database.db, fund.partner, async (tx) => ({
      lines: await ledger.fundLines(tx, fund.fundId, { limit: 50 }),
      totals: await ledger.fundTotals(tx, [fund.fundId]),
    }));
    expect(lines).toMatchObject([{ from: "program-expense", to: "fund-available" }]);
    expect(totals).toEqual(new Map([[fund.fundId, await book.totals(fund)]]));
  });

  test("outside a transaction that says who acts, nothing is visible", async () => {
    await fundWith("100.00");
    const { rows } = await sql`select from ledger_entry`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

function columnOf(table: string): string {
  return (
    {
      ledger_flow: "template",
      ledger_transfer: "amount",
      ledger_lot_movement: "amount",
      ledger_lot_position: "amount",
    }[table] ?? "id"
  );
}
