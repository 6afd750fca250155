import { expect, test } from "vitest";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { ledger } from "./index.ts";

const database = useDatabase();
const book = ledgerBook(database);

/** Two lots: the older from entity A, the newer from entity B; booked the newer one first. */
async function twoEntities(a: string, b: string): Promise<LedgerFund> {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, b, { entity: "entity-b", on: "2026-02-28" });
  await book.earn(fund, a, { entity: "entity-a", on: "2026-01-31" });
  return fund;
}

/** Who pays what of each transfer to a kind of account, in the order of the journal. */
async function paidBy(fund: LedgerFund, to: string): Promise<string[]> {
  const lines = await inTransaction(database.db, SYSTEM_ACTOR, (tx) => ledger.journal(tx, fund.fundId));
  return lines.filter((line) => line.to === to).map((line) => line.payingEntities);
}

test("T29: accruals of A 3,000 and B 2,000; a claim of 4,000 is paid by A 3,000 and B 1,000", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const claim = claimOn(fund);
  await book.submit(claim, "4000.00");
  await book.approve(claim, "4000.00", "4000.00");
  expect(await paidBy(fund, "claim-payable")).toEqual(["entity-a 3000.00, entity-b 1000.00"]);
});

test("approved in part, the older money is paid and the newer goes back to the fund", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const claim = claimOn(fund);
  await book.submit(claim, "4000.00");
  await book.approve(claim, "4000.00", "3200.00");
  expect(await paidBy(fund, "claim-payable")).toEqual(["entity-a 3000.00, entity-b 200.00"]);
  expect((await paidBy(fund, "fund-available")).at(-1)).toBe("entity-b 800.00");
  expect(await book.totals(fund)).toMatchObject({ reserved: 0n, approved: 320_000n, remaining: 180_000n });
});

test("a rejection gives the money back to the lots it came from, so that the next claim draws the oldest again", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const [first, second] = [claimOn(fund), claimOn(fund)];
  await book.submit(first, "3500.00");
  await book.giveBack(first, "rejected", "3500.00", "evidence-missing");
  await book.submit(second, "3500.00");
  expect(await paidBy(fund, "claim-reserved")).toEqual([
    "entity-a 3000.00, entity-b 500.00",
    "entity-a 3000.00, entity-b 500.00",
  ]);
});

test("a claim does not touch what another has reserved, however old it is", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const [first, second] = [claimOn(fund), claimOn(fund)];
  await book.submit(first, "3000.00");
  await book.submit(second, "500.00");
  expect(await paidBy(fund, "claim-reserved")).toEqual(["entity-a 3000.00", "entity-b 500.00"]);
});

test("submitted again with a smaller amount, it draws from the oldest lots anew", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const claim = claimOn(fund);
  await book.submit(claim, "4000.00");
  await book.submitAgain({ ...claim, round: 2 }, "4000.00", "1000.00");
  expect((await paidBy(fund, "claim-reserved")).at(-1)).toBe("entity-a 1000.00");
  expect(await book.totals(fund)).toMatchObject({ reserved: 100_000n, remaining: 400_000n });
});

test("submitted again with more than the fund holds, it is refused and the first reservation stays", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  const claim = claimOn(fund);
  await book.submit(claim, "4000.00");
  await expect(book.submitAgain({ ...claim, round: 2 }, "4000.00", "5000.01")).rejects.toMatchObject({
    code: "balance-exceeded",
    details: { balance: "5000.00", wanted: "5000.01" },
  });
  expect(await book.totals(fund)).toMatchObject({ reserved: 400_000n, remaining: 100_000n });
});

test("a correction downwards takes the oldest money first", async () => {
  const fund = await twoEntities("3000.00", "2000.00");
  await book.adjust(fund, "-3500.00");
  expect(await paidBy(fund, "program-expense")).toEqual(["entity-a 3000.00, entity-b 500.00"]);
  expect(await book.totals(fund)).toMatchObject({ earned: 150_000n, remaining: 150_000n });
});

test("a correction upwards for an earlier month is older money than what was earned since", async () => {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, "1000.00", { entity: "entity-b", on: "2026-03-31" });
  await book.adjust(fund, "500.00", { on: "2026-01-31" });
  const claim = claimOn(fund);
  await book.submit(claim, "600.00");
  expect(await paidBy(fund, "claim-reserved")).toEqual(["vendor-us 500.00, entity-b 100.00"]);
});

test("a currency without decimals is moved to the unit", async () => {
  const fund = await buildLedgerFund(database, "JPY");
  const yen = ledgerBook(database, "JPY");
  await yen.earn(fund, "1001");
  const claim = claimOn(fund);
  await yen.submit(claim, "1000");
  await expect(yen.submit(claimOn(fund), "2")).rejects.toMatchObject({
    details: { balance: "1", wanted: "2", currency: "JPY" },
  });
});
