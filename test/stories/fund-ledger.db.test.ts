import { describe, expect, test } from "vitest";
import { ledgerBook } from "../builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund } from "../builders/ledger-fund.ts";
import { useDatabase } from "../database/use-database.ts";
import { journalTable } from "./journal-table.ts";

// Each line of the ledger's table in ARCHITECTURE.md as a story. What is expected is the journal itself.

const database = useDatabase();
const book = ledgerBook(database);
const story = (fund: LedgerFund): Promise<string> => journalTable(database, fund.fundId);

async function earnedByTwoEntities(): Promise<LedgerFund> {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, "3000.00", { on: "2026-04-30", entity: "vendor-us" });
  await book.earn(fund, "2000.00", { on: "2026-05-31", entity: "vendor-ie" });
  return fund;
}

describe("money stories of a fund", () => {
  test("co-op is earned month by month", async () => {
    const fund = await earnedByTwoEntities();
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event   from             to               amount       paid by
      2026-04-30  accrue  program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue  program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      "
    `);
  });

  test("finance corrects what was earned, upwards and downwards", async () => {
    const fund = await earnedByTwoEntities();
    await book.adjust(fund, "250.00", { on: "2026-01-31", reason: "previous-period" });
    await book.adjust(fund, "-1000.00", { reason: "overdue-vendor-invoice" });
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event   from             to                amount       paid by            reason
      2026-04-30  accrue  program-expense  fund-available   3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue  program-expense  fund-available   2000.00  USD  vendor-ie 2000.00
      2026-01-31  adjust  program-expense  fund-available    250.00  USD  vendor-us 250.00   previous-period
      2026-11-23  adjust  fund-available   program-expense  1000.00  USD  vendor-us 1000.00  overdue-vendor-invoice
      "
    `);
  });

  test("a claim is submitted and approved in full", async () => {
    const fund = await earnedByTwoEntities();
    const claim = claimOn(fund);
    await book.submit(claim, "4000.00");
    await book.approve(claim, "4000.00", "4000.00");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by
      2026-04-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue   program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve  fund-available   claim-reserved  4000.00  USD  vendor-us 3000.00, vendor-ie 1000.00
      2026-11-23  approve  claim-reserved   claim-payable   4000.00  USD  vendor-us 3000.00, vendor-ie 1000.00
      "
    `);
  });

  test("a claim is approved in part, and the rest goes back to the fund", async () => {
    const fund = await earnedByTwoEntities();
    const claim = claimOn(fund);
    await book.submit(claim, "4000.00");
    await book.approve(claim, "4000.00", "3250.50");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by
      2026-04-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue   program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve  fund-available   claim-reserved  4000.00  USD  vendor-us 3000.00, vendor-ie 1000.00
      2026-11-23  approve  claim-reserved   claim-payable   3250.50  USD  vendor-us 3000.00, vendor-ie 250.50
      2026-11-23  approve  claim-reserved   fund-available   749.50  USD  vendor-ie 749.50
      "
    `);
  });

  test("a claim is rejected, and the next one draws the same money", async () => {
    const fund = await earnedByTwoEntities();
    const [first, second] = [claimOn(fund), claimOn(fund)];
    await book.submit(first, "3500.00");
    await book.giveBack(first, "rejected", "3500.00", "invoice-not-partner");
    await book.submit(second, "3500.00");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by                              reason
      2026-04-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue   program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve  fund-available   claim-reserved  3500.00  USD  vendor-us 3000.00, vendor-ie 500.00
      2026-11-23  release  claim-reserved   fund-available  3500.00  USD  vendor-us 3000.00, vendor-ie 500.00  invoice-not-partner
      2026-11-23  reserve  fund-available   claim-reserved  3500.00  USD  vendor-us 3000.00, vendor-ie 500.00
      "
    `);
  });

  test("a claim is withdrawn and submitted again", async () => {
    const fund = await earnedByTwoEntities();
    const claim = claimOn(fund);
    await book.submit(claim, "1200.00");
    await book.giveBack(claim, "withdrawn", "1200.00");
    await book.submit({ ...claim, round: 2 }, "1100.00");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by
      2026-04-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue   program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve  fund-available   claim-reserved  1200.00  USD  vendor-us 1200.00
      2026-11-23  release  claim-reserved   fund-available  1200.00  USD  vendor-us 1200.00
      2026-11-23  reserve  fund-available   claim-reserved  1100.00  USD  vendor-us 1100.00
      "
    `);
  });

  test("a claim comes back with questions, is submitted again with another amount, and approved", async () => {
    const fund = await earnedByTwoEntities();
    const claim = claimOn(fund);
    await book.submit(claim, "2500.00");
    await book.submitAgain({ ...claim, round: 2 }, "2500.00", "3100.00");
    await book.approve({ ...claim, round: 2 }, "3100.00", "3000.00");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event          from             to               amount       paid by
      2026-04-30  accrue         program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue         program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve        fund-available   claim-reserved  2500.00  USD  vendor-us 2500.00
      2026-11-23  reserve-again  claim-reserved   fund-available  2500.00  USD  vendor-us 2500.00
      2026-11-23  reserve-again  fund-available   claim-reserved  3100.00  USD  vendor-us 3000.00, vendor-ie 100.00
      2026-11-23  approve        claim-reserved   claim-payable   3000.00  USD  vendor-us 3000.00
      2026-11-23  approve        claim-reserved   fund-available   100.00  USD  vendor-ie 100.00
      "
    `);
  });

  test("nobody answers in time, and the reservation goes back", async () => {
    const fund = await earnedByTwoEntities();
    const claim = claimOn(fund);
    await book.submit(claim, "800.00");
    await book.giveBack(claim, "expired", "800.00");
    expect(await story(fund)).toMatchInlineSnapshot(`
      "
      date        event    from             to               amount       paid by
      2026-04-30  accrue   program-expense  fund-available  3000.00  USD  vendor-us 3000.00
      2026-05-31  accrue   program-expense  fund-available  2000.00  USD  vendor-ie 2000.00
      2026-11-23  reserve  fund-available   claim-reserved   800.00  USD  vendor-us 800.00
      2026-11-23  release  claim-reserved   fund-available   800.00  USD  vendor-us 800.00
      "
    `);
  });
});
