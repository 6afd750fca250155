import { afterEach, describe, expect, test } from "vitest";
import { newUuid, SYSTEM_ACTOR } from "../src/kernel/index.ts";
import { inTransaction } from "../src/platform/database/index.ts";
import { events } from "../src/platform/events/index.ts";
import { ledgerBook } from "../test/builders/ledger-book.ts";
import { asSuperuser, buildLedgerFund, claimOn } from "../test/builders/ledger-fund.ts";
import { useDatabase } from "../test/database/use-database.ts";
import { checks } from "./index.ts";

const database = useDatabase();
const book = ledgerBook(database);
const now = new Date("2026-11-23T12:00:00Z");

async function discrepancies(name: string) {
  const check = checks.find((candidate) => candidate.name === name);
  if (!check) throw new Error(`no check ${name}`);
  return inTransaction(database.db, SYSTEM_ACTOR, (tx) => check.run(tx));
}

/** Does what nobody can do through the program: changes rows past triggers, grants and foreign keys. */
const undo: string[] = [];
async function tamper(statement: string, backwards: string): Promise<void> {
  undo.unshift(backwards);
  await asSuperuser(database, (client) => client.query(`set session_replication_role = replica; ${statement}`));
}

afterEach(async () => {
  for (const statement of undo.splice(0)) {
    await asSuperuser(database, (client) => client.query(`set session_replication_role = replica; ${statement}`));
  }
  for (const { name } of checks) expect(await discrepancies(name)).toEqual([]);
});

async function someHistory() {
  const fund = await buildLedgerFund(database);
  const claim = claimOn(fund);
  await book.earn(fund, "5000.00");
  await book.submit(claim, "2000.00");
  await book.approve(claim, "2000.00", "1500.00");
  const event = await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    events.record(tx, {
      at: now,
      type: "claim.approved",
      subjectType: "claim",
      subjectId: claim.claimId,
      partnerId: fund.partnerId,
      actor: SYSTEM_ACTOR,
      fromStatus: "under_review",
      toStatus: "approved",
      payload: { approved: "1500.00", note: "Grüße" },
    }),
  );
  return { fund, claim, event };
}

describe("the nightly checks", () => {
  test("find nothing where everything went through the one door", async () => {
    await someHistory();
    for (const { name } of checks) expect(await discrepancies(name), name).toEqual([]);
  });

  test("name an account whose balance was written by hand", async () => {
    const { fund } = await someHistory();
    const where = `where fund_id = '${fund.fundId}' and kind = 'fund-available'`;
    await tamper(
      `update ledger_account set balance = balance + 100 ${where}`,
      `update ledger_account set balance = balance - 100 ${where}`,
    );
    expect(await discrepancies("balances-equal-postings")).toMatchObject([
      { found: "350100 USD", expected: "350000 USD" },
    ]);
    expect(await discrepancies("lots-equal-balances")).toMatchObject([
      { found: "lots of 350000", expected: "lots of 350100" },
    ]);
  });

  test("name a lot that was moved by hand, though the sums still agree", async () => {
    const fund = await buildLedgerFund(database);
    await book.earn(fund, "10.00", { on: "2026-01-31" });
    await book.earn(fund, "10.00", { on: "2026-02-28" });
    const change = (older: number, newer: number) => `
      update ledger_lot_position p set amount = case effective_on when '2026-01-31' then ${older} else ${newer} end
        from ledger_account a where a.id = p.account_id and a.fund_id = '${fund.fundId}'`;
    await tamper(change(1500, 500), change(1000, 1000));
    expect(await discrepancies("balances-equal-postings")).toEqual([]);
    expect(
      (await discrepancies("lots-equal-balances")).map(({ found, expected }) => `${found} for ${expected}`).sort(),
    ).toEqual(["1500 for 1000", "500 for 1000"]);
  });

  test("name an entry whose transfer was taken away, and one that took a forbidden way", async () => {
    const { fund } = await someHistory();
    const id = newUuid(now);
    await tamper(
      `insert into ledger_entry (id, template, business_key, program_id, partner_id, fund_id, source_type, source_id, effective_on, recorded_at, recorded_by)
       values ('${id}', 'accrue', 'by hand', '${fund.programId}', '${fund.partnerId}', '${fund.fundId}', 'earning', '${id}', '2026-11-23', now(), '${id}')`,
      `delete from ledger_entry where id = '${id}'`,
    );
    expect(await discrepancies("entries-balance")).toMatchObject([
      { message: `ledger entry ${id}: found no transfer, expected at least one` },
    ]);
    await tamper(
      `update ledger_entry set template = 'release' where fund_id = '${fund.fundId}' and template = 'reserve'`,
      `update ledger_entry set template = 'reserve' where fund_id = '${fund.fundId}' and template = 'release'`,
    );
    expect((await discrepancies("entries-balance")).map(({ found }) => found)).toContain(
      "fund-available to claim-reserved under release",
    );
  });

  test("name an event whose payload or whose columns were changed", async () => {
    const { event } = await someHistory();
    await tamper(
      `create table kept as select * from event; update event set payload = convert_to(replace(convert_from(payload, 'UTF8'), '1500', '1900'), 'UTF8') where id = '${event}'`,
      `update event e set payload = k.payload, reason_code = k.reason_code from kept k where k.id = e.id; drop table kept`,
    );
    expect(await discrepancies("events-have-hashes")).toMatchObject([{ subject: `event ${event}` }]);
    await tamper(
      `update event e set payload = k.payload, to_status = 'rejected' from kept k where k.id = e.id and e.id = '${event}'`,
      `update event set to_status = 'approved' where id = '${event}'`,
    );
    const [found] = await discrepancies("events-have-hashes");
    expect(found?.found).toMatch(/rejected$/);
    expect(found?.expected).toMatch(/approved$/);
  });
});
