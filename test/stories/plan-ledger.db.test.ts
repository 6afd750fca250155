import { expect, test } from "vitest";
import { ledgerBook } from "../builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund, planOn } from "../builders/ledger-fund.ts";
import { useDatabase } from "../database/use-database.ts";
import { journalTable } from "./journal-table.ts";

// Money under a plan, each line of the ledger's table in ARCHITECTURE.md as a story. What is expected is the journal itself.

const database = useDatabase();
const book = ledgerBook(database);
const story = (fund: LedgerFund): Promise<string> => journalTable(database, fund.fundId);

async function earnedByTwoEntities(): Promise<LedgerFund> {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, "3000.00", { on: "2026-04-30", entity: "vendor-us" });
  await book.earn(fund, "2000.00", { on: "2026-05-31", entity: "vendor-ie" });
  return fund;
}

test("an approved plan sets its amount aside; claims draw on it, what comes back goes there, the rest to the fund", async () => {
  const fund = await earnedByTwoEntities();
  const plan = planOn(fund);
  const claim = { ...claimOn(fund), committedPlanId: plan.planId };
  await book.commit(plan, "4000.00");
  await book.submit(claim, "2500.00");
  await book.approve(claim, "2500.00", "2000.00");
  await book.uncommit(plan, "2000.00");
  expect(await story(fund)).toMatchInlineSnapshot(`
    "
    date        event     from             to               amount       paid by
    2026-04-30  accrue    program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-05-31  accrue    program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
    2026-11-23  commit    fund-available   plan-committed  4000.00  USD  vendor-us 3000.00, vendor-ie 1000.00
    2026-11-23  reserve   plan-committed   claim-reserved  2500.00  USD  vendor-us 2500.00
    2026-11-23  approve   claim-reserved   claim-payable   2000.00  USD  vendor-us 2000.00
    2026-11-23  approve   claim-reserved   plan-committed   500.00  USD  vendor-us 500.00
    2026-11-23  uncommit  plan-committed   fund-available  2000.00  USD  vendor-us 1000.00, vendor-ie 1000.00
    "
  `);
});

test("a plan is paid ahead, proven in part, and the rest is demanded back", async () => {
  const fund = await earnedByTwoEntities();
  const plan = planOn(fund);
  await book.payPlan(plan, "3500.00");
  await book.prove(plan, "2200.00", claimOn(fund));
  await book.demandBack(plan, "1300.00");
  expect(await story(fund)).toMatchInlineSnapshot(`
    "
    date        event        from             to               amount       paid by                              reason
    2026-04-30  accrue       program-expense  fund-available  3000.00  USD  vendor-us 3000.00
    2026-05-31  accrue       program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
    2026-11-23  pay-plan     fund-available   plan-payable    3500.00  USD  vendor-us 3000.00, vendor-ie 500.00
    2026-11-23  pay-plan     plan-payable     in-flight       3500.00  USD  vendor-us 3000.00, vendor-ie 500.00
    2026-11-23  pay-plan     in-flight        plan-unproven   3500.00  USD  vendor-us 3000.00, vendor-ie 500.00
    2026-11-23  prove        plan-unproven    paid            2200.00  USD  vendor-us 2200.00
    2026-11-23  demand-back  plan-unproven    receivable      1300.00  USD  vendor-us 800.00, vendor-ie 500.00   proof-missing
    "
  `);
  expect(await book.totals(fund)).toMatchObject({
    earned: 500_000n,
    committed: 0n,
    approved: 350_000n,
    paid: 350_000n,
    remaining: 150_000n,
  });
});
