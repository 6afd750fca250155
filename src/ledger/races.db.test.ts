import { expect, test } from "vitest";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { buildLedgerFund, claimOn } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { DomainError } from "../kernel/index.ts";

const database = useDatabase({ max: 14 });
const book = ledgerBook(database);

/** How many succeeded; anything but a refusal for lack of money is a failure of the test. */
async function winners(attempts: readonly Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(attempts);
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    const reason: unknown = result.reason;
    if (!(reason instanceof DomainError) || reason.code !== "balance-exceeded") throw reason;
  }
  return results.filter((result) => result.status === "fulfilled").length;
}

test("of twelve claims that race for a balance that fits five, exactly five win", async () => {
  for (let round = 0; round < 5; round += 1) {
    const fund = await buildLedgerFund(database);
    await book.earn(fund, "5000.00");
    const won = await winners(Array.from({ length: 12 }, () => book.submit(claimOn(fund), "1000.00")));
    expect(won).toBe(5);
    expect(await book.totals(fund)).toMatchObject({ reserved: 500_000n, remaining: 0n });
  }
});

test("of two claims that race for the last cent, exactly one wins", async () => {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, "0.01");
  expect(await winners([book.submit(claimOn(fund), "0.01"), book.submit(claimOn(fund), "0.01")])).toBe(1);
});

test("of four approvals of one claim at once, the money moves once", async () => {
  const fund = await buildLedgerFund(database);
  const claim = claimOn(fund);
  await book.earn(fund, "1000.00");
  await book.submit(claim, "1000.00");
  const answers = await Promise.all(
    ["1000.00", "900.00", "800.00", "700.00"].map((part) => book.approve(claim, "1000.00", part)),
  );
  expect(answers.filter(Boolean)).toHaveLength(1);
  const { approved, reserved, remaining } = await book.totals(fund);
  expect([reserved, approved + remaining]).toEqual([0n, 100_000n]);
});

test("entries that cross each other never block for good: money goes to claims and comes back at once", async () => {
  const fund = await buildLedgerFund(database);
  await book.earn(fund, "100000.00");
  const claims = Array.from({ length: 12 }, () => claimOn(fund));
  await Promise.all(claims.map((claim) => book.submit(claim, "1000.00")));
  for (let round = 2; round < 6; round += 1) {
    await Promise.all(
      claims.flatMap((claim, index) => [
        index % 3 === 0
          ? book.submitAgain({ ...claim, round }, "1000.00", "1000.00")
          : book.submit({ ...claimOn(fund), round }, "10.00"),
        book.adjust(fund, index % 2 === 0 ? "5.00" : "-5.00"),
      ]),
    );
  }
  await Promise.all(claims.map((claim) => book.giveBack(claim, "withdrawn", "1000.00")));
  expect(await book.totals(fund)).toMatchObject({ earned: 10_000_000n, reserved: 32_000n, remaining: 9_968_000n });
});
