import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { buildFundBeside, buildLedgerFund, claimOn, type LedgerFund } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { DomainError, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Money, moneyOf } from "../money/index.ts";
import { inTransaction, type Tx } from "../platform/database/index.ts";
import { type Entry, FLOWS, ledger } from "./index.ts";

const database = useDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const today = "2026-11-23";
const usd = (text: string): Money => moneyOf(text, "USD");

const asSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, SYSTEM_ACTOR, work);
const post = (entry: Entry): Promise<boolean> => asSystem((tx) => ledger.post(tx, SYSTEM_ACTOR, now, entry));

function earned(fund: LedgerFund, amount: string, options: { on?: string; entity?: string } = {}): Entry {
  return ledger.accrue(fund, {
    earningId: newUuid(now),
    amount: moneyOf(amount, fund.currency),
    payingEntity: options.entity ?? "vendor-us",
    effectiveOn: options.on ?? "2026-03-31",
  });
}

async function fundWith(amount: string): Promise<LedgerFund> {
  const fund = await buildLedgerFund(database);
  await post(earned(fund, amount));
  return fund;
}

async function totals(fund: LedgerFund) {
  const found = await asSystem((tx) => ledger.fundTotals(tx, [fund.fundId]));
  const {
    earned: came,
    reserved,
    approved,
    remaining,
  } = found.get(fund.fundId) ?? { earned: 0n, reserved: 0n, approved: 0n, remaining: 0n };
  return { earned: came, reserved, approved, remaining };
}

describe("which accounts may face each other", () => {
  test("the list in the program and the list in the database are the same", async () => {
    const { rows } = await asSystem((tx) =>
      sql<{
        template: string;
        from_kind: string;
        to_kind: string;
      }>`select template, from_kind, to_kind from ledger_flow`.execute(tx),
    );
    const inDatabase = rows.map((row) => `${row.template}: ${row.from_kind} -> ${row.to_kind}`).sort();
    const inProgram = Object.entries(FLOWS)
      .flatMap(([template, flows]) => flows.map(([from, to]) => `${template}: ${from} -> ${to}`))
      .sort();
    expect(inDatabase).toEqual(inProgram);
  });

  test("a flow that is not in the list is refused by the program", async () => {
    const fund = await fundWith("100.00");
    const entry: Entry = {
      ...ledger.reserveForClaim(claimOn(fund), { amount: usd("1.00"), effectiveOn: today }),
      template: "accrue",
    };
    await expect(post(entry)).rejects.toThrow("no flow from fund-available to claim-reserved under accrue");
  });

  test("and refused by the database, should the program not look", async () => {
    const fund = await fundWith("100.00");
    const raw = rawEntry(fund, "accrue", [
      { from: { kind: "fund-available", fundId: fund.fundId }, to: reservedOf(fund), amount: "100" },
    ]);
    await expect(postRaw(raw)).rejects.toMatchObject({ code: "FP003" });
  });

  test("an entry without a transfer is refused by both", async () => {
    const fund = await fundWith("100.00");
    await expect(post({ ...earned(fund, "1.00"), transfers: [] })).rejects.toThrow("at least one transfer");
    await expect(postRaw(rawEntry(fund, "accrue", []))).rejects.toMatchObject({ code: "FP005" });
  });

  test("a transfer of nothing or less than nothing is refused by both", async () => {
    const fund = await fundWith("100.00");
    for (const amount of ["0", "-100"]) {
      const transfer = { from: { kind: "fund-available", fundId: fund.fundId }, to: reservedOf(fund), amount };
      await expect(postRaw(rawEntry(fund, "reserve", [transfer]))).rejects.toMatchObject({ code: "23514" });
      const entry = ledger.reserveForClaim(claimOn(fund), {
        amount: { minor: BigInt(amount), currency: "USD" },
        effectiveOn: today,
      });
      await expect(post(entry)).rejects.toThrow("an amount above nothing");
    }
  });

  test("money of one fund never goes to another", async () => {
    const one = await fundWith("100.00");
    const other = await buildFundBeside(database, one);
    const transfer = { from: { kind: "fund-available", fundId: one.fundId }, to: reservedOf(other), amount: "100" };
    await expect(postRaw(rawEntry(one, "reserve", [transfer]))).rejects.toMatchObject({ code: "FP004" });
    await expect(postRaw(rawEntry(other, "reserve", [transfer]))).rejects.toMatchObject({ code: "FP004" });
  });

  test("a fund in dollars holds no euros", async () => {
    const fund = await buildLedgerFund(database, "USD");
    await expect(post(earned({ ...fund, currency: "EUR" }, "10.00"))).rejects.toMatchObject({ code: "23503" });
  });
});

describe("a balance never goes below zero", () => {
  test("T15: a claim of one cent more than remains is refused with both amounts", async () => {
    const fund = await fundWith("3000.00");
    const refused = post(ledger.reserveForClaim(claimOn(fund), { amount: usd("3000.01"), effectiveOn: today }));
    await expect(refused).rejects.toSatisfy(
      (error) =>
        error instanceof DomainError &&
        error.code === "balance-exceeded" &&
        error.kind === "conflict" &&
        error.details["balance"] === "3000.00" &&
        error.details["wanted"] === "3000.01",
    );
    expect(await totals(fund)).toMatchObject({ reserved: 0n, remaining: 300_000n });
  });

  test("T15: of two claims of 2,000 against 3,000 the second is refused", async () => {
    const fund = await fundWith("3000.00");
    await post(ledger.reserveForClaim(claimOn(fund), { amount: usd("2000.00"), effectiveOn: today }));
    await expect(
      post(ledger.reserveForClaim(claimOn(fund), { amount: usd("2000.00"), effectiveOn: today })),
    ).rejects.toMatchObject({
      code: "balance-exceeded",
    });
    expect(await totals(fund)).toMatchObject({ reserved: 200_000n, remaining: 100_000n });
  });

  test("more than was reserved cannot be approved", async () => {
    const fund = await fundWith("3000.00");
    const claim = claimOn(fund);
    await post(ledger.reserveForClaim(claim, { amount: usd("1000.00"), effectiveOn: today }));
    const tooMuch = ledger.approveClaimPart(claim, {
      reserved: usd("1000.00"),
      approved: usd("1000.01"),
      effectiveOn: today,
    });
    await expect(post(tooMuch)).rejects.toMatchObject({
      code: "balance-exceeded",
      details: { account: "claim-reserved" },
    });
  });

  test("a correction downwards takes no more than is free", async () => {
    const fund = await fundWith("100.00");
    await post(ledger.reserveForClaim(claimOn(fund), { amount: usd("60.00"), effectiveOn: today }));
    const down = ledger.adjust(fund, {
      adjustmentId: newUuid(now),
      amount: usd("-40.01"),
      payingEntity: "vendor-us",
      reasonCode: "ops-correction",
      note: undefined,
      effectiveOn: today,
    });
    await expect(post(down)).rejects.toMatchObject({
      code: "balance-exceeded",
      details: { balance: "40.00", wanted: "40.01" },
    });
  });
});

describe("a business event moves money once", () => {
  test("the same event posted again changes nothing and says so", async () => {
    const fund = await fundWith("3000.00");
    const entry = ledger.reserveForClaim(claimOn(fund), { amount: usd("1000.00"), effectiveOn: today });
    expect(await post(entry)).toBe(true);
    expect(await post(entry)).toBe(false);
    expect(await totals(fund)).toMatchObject({ reserved: 100_000n, remaining: 200_000n });
  });

  test("posted at the same moment by two requests, one of them does it", async () => {
    const fund = await fundWith("3000.00");
    const entry = ledger.reserveForClaim(claimOn(fund), { amount: usd("1000.00"), effectiveOn: today });
    const answers = await Promise.all([post(entry), post(entry), post(entry)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await totals(fund)).toMatchObject({ reserved: 100_000n, remaining: 200_000n });
  });

  test("what fails later in the transaction leaves nothing in the ledger", async () => {
    const fund = await buildLedgerFund(database);
    const failed = asSystem(async (tx) => {
      await ledger.post(tx, SYSTEM_ACTOR, now, earned(fund, "50.00"));
      throw new Error("something else went wrong");
    });
    await expect(failed).rejects.toThrow("something else");
    expect(await totals(fund)).toEqual({ earned: 0n, reserved: 0n, approved: 0n, remaining: 0n });
  });
});

function reservedOf(fund: LedgerFund) {
  return { kind: "claim-reserved", fundId: fund.fundId, subjectId: newUuid(now) };
}

function rawEntry(
  fund: LedgerFund,
  template: string,
  transfers: readonly { from: object; to: object; amount: string }[],
) {
  const { programId, partnerId, fundId } = fund;
  return {
    id: newUuid(now),
    template,
    businessKey: `test:${newUuid(now)}`,
    programId,
    partnerId,
    fundId,
    sourceType: "claim",
    sourceId: newUuid(now),
    effectiveOn: today,
    recordedAt: now.toISOString(),
    recordedBy: SYSTEM_ACTOR.personId,
    transfers: transfers.map((transfer) => ({ ...transfer, currency: fund.currency })),
  };
}

function postRaw(entry: object): Promise<unknown> {
  return asSystem((tx) => sql`select ledger_post(${JSON.stringify(entry)}::jsonb)`.execute(tx));
}
