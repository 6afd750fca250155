import fc from "fast-check";
import { expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText } from "../money/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import type { ClaimRef } from "./index.ts";

const database = useDatabase();
const book = ledgerBook(database);
const text = (minor: bigint): string => amountText({ minor, currency: "USD" });

type Step =
  | { readonly do: "earn"; readonly amount: bigint; readonly day: number; readonly entity: string }
  | { readonly do: "adjust"; readonly amount: bigint; readonly day: number }
  | { readonly do: "submit"; readonly amount: bigint }
  | { readonly do: "submit-again"; readonly claim: number; readonly amount: bigint }
  | { readonly do: "give-back"; readonly claim: number }
  | { readonly do: "approve"; readonly claim: number; readonly percent: number };

// Small amounts too, so that lots are used up to the cent.
const amount = fc.oneof(fc.bigInt({ min: 1n, max: 4n }), fc.bigInt({ min: 1n, max: 1_000_00n }));
const day = fc.integer({ min: 10, max: 28 });
const claim = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("earn" as const),
    amount,
    day,
    entity: fc.constantFrom("entity-a", "entity-b", "entity-c"),
  }),
  fc.record({
    do: fc.constant("adjust" as const),
    amount: fc.bigInt({ min: -500_00n, max: 500_00n }).filter((minor) => minor !== 0n),
    day,
  }),
  fc.record({ do: fc.constant("submit" as const), amount }),
  fc.record({ do: fc.constant("submit" as const), amount }),
  fc.record({ do: fc.constant("submit-again" as const), claim, amount }),
  fc.record({ do: fc.constant("give-back" as const), claim }),
  fc.record({ do: fc.constant("approve" as const), claim, percent: fc.integer({ min: 0, max: 110 }) }),
);

/** What ought to be in the fund, kept on the side. */
interface Model {
  earned: bigint;
  approved: bigint;
  available: bigint;
  readonly open: { readonly ref: ClaimRef; reserved: bigint; round: number }[];
}

const reservedIn = (model: Model): bigint => model.open.reduce((sum, { reserved }) => sum + reserved, 0n);

/** Takes a step in the ledger and, where there is money for it, in the model; returns whether the model expects success. */
async function take(
  fund: LedgerFund,
  model: Model,
  taken: Step,
): Promise<[expected: boolean, attempt: Promise<unknown>]> {
  if (taken.do === "earn") {
    model.earned += taken.amount;
    model.available += taken.amount;
    return [true, book.earn(fund, text(taken.amount), { on: `2026-03-${taken.day}`, entity: taken.entity })];
  }
  if (taken.do === "adjust") {
    const possible = model.available + taken.amount >= 0n;
    if (possible) {
      model.earned += taken.amount;
      model.available += taken.amount;
    }
    return [possible, book.adjust(fund, text(taken.amount), { on: `2026-03-${taken.day}` })];
  }
  if (taken.do === "submit") {
    const ref = claimOn(fund);
    const possible = model.available >= taken.amount;
    if (possible) {
      model.available -= taken.amount;
      model.open.push({ ref, reserved: taken.amount, round: 1 });
    }
    return [possible, book.submit(ref, text(taken.amount))];
  }
  return takeWithClaim(model, taken);
}

async function takeWithClaim(
  model: Model,
  taken: Extract<Step, { claim: number }>,
): Promise<[expected: boolean, attempt: Promise<unknown>]> {
  const place = model.open.length === 0 ? -1 : taken.claim % model.open.length;
  const found = model.open[place];
  if (!found) return [true, Promise.resolve()];
  const ref = { ...found.ref, round: found.round };
  const before = found.reserved;
  if (taken.do === "submit-again") {
    const next = { ...ref, round: found.round + 1 };
    const possible = model.available + before >= taken.amount;
    if (possible) {
      model.available += before - taken.amount;
      found.reserved = taken.amount;
      found.round += 1;
    }
    return [possible, book.submitAgain(next, text(before), text(taken.amount))];
  }
  if (taken.do === "give-back") {
    model.open.splice(place, 1);
    model.available += before;
    return [true, book.giveBack(ref, "rejected", text(before))];
  }
  const approved = (before * BigInt(taken.percent)) / 100n;
  const possible = approved <= before;
  if (possible) {
    model.open.splice(place, 1);
    model.approved += approved;
    model.available += before - approved;
  }
  return [possible, book.approve(ref, text(before), text(approved))];
}

async function succeeded(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "balance-exceeded") return false;
    throw error;
  }
}

test("whatever happens to a fund and in whatever order, no cent is lost, made or owed twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      const fund = await buildLedgerFund(database);
      const model: Model = { earned: 0n, approved: 0n, available: 0n, open: [] };
      for (const taken of steps) {
        const [expected, attempt] = await take(fund, model, taken);
        expect(await succeeded(attempt)).toBe(expected);
        const totals = await book.totals(fund);
        expect(totals).toMatchObject({
          earned: model.earned,
          reserved: reservedIn(model),
          approved: model.approved,
          remaining: model.available,
        });
        const { earned, rolledIn, converted, rolledOut, committed, reserved, approved, forfeited, remaining } = totals;
        expect(remaining).toBe(earned + rolledIn - converted - rolledOut - committed - reserved - approved - forfeited);
        await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
          for (const check of checks) expect(await check.run(tx), check.name).toEqual([]);
        });
      }
    }),
    { numRuns: 25 },
  );
});
