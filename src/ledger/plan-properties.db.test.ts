import fc from "fast-check";
import { expect, test } from "vitest";
import { checks } from "../../checks/index.ts";
import { ledgerBook } from "../../test/builders/ledger-book.ts";
import { buildLedgerFund, claimOn, type LedgerFund, planOn } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { DomainError, SYSTEM_ACTOR } from "../kernel/index.ts";
import { amountText } from "../money/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import type { ClaimRef, PlanRef } from "./index.ts";

const database = useDatabase();
const book = ledgerBook(database);
const text = (minor: bigint): string => amountText({ minor, currency: "USD" });

const DOES = [
  "commit",
  "uncommit",
  "submit",
  "submit-planned",
  "again",
  "give-back",
  "approve",
  "pay",
  "prove",
  "demand",
] as const;
const step = fc.record({
  do: fc.constantFrom(...DOES),
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 4n }), fc.bigInt({ min: 1n, max: 600_00n })),
  claim: fc.nat(20),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What ought to stand where, kept on the side. */
interface Model {
  available: bigint;
  committed: bigint;
  unproven: bigint;
  proven: bigint;
  receivable: bigint;
  approved: bigint;
  /** Counts business events, so that each has a name of its own. */
  events: number;
  readonly open: { readonly ref: ClaimRef; reserved: bigint; round: number }[];
}

type Attempt = [expected: boolean, attempt: () => Promise<unknown>];

/** Takes `amount` off one pot of the model and puts it into another, if it is there. */
function move(model: Model, from: Pot, to: Pot, amount: bigint): boolean {
  if (model[from] < amount) return false;
  model[from] -= amount;
  model[to] += amount;
  return true;
}
type Pot = "available" | "committed" | "unproven" | "proven" | "receivable";

function take(fund: LedgerFund, plan: PlanRef, model: Model, { do: what, amount, claim }: Step): Attempt {
  model.events += 1;
  const { events } = model;
  switch (what) {
    case "commit":
      return [move(model, "available", "committed", amount), () => book.commit(plan, text(amount), events)];
    case "uncommit":
      return [move(model, "committed", "available", amount), () => book.uncommit(plan, text(amount), events)];
    case "pay":
      return [move(model, "available", "unproven", amount), () => book.payPlan(plan, text(amount))];
    case "prove":
      return [move(model, "unproven", "proven", amount), () => book.prove(plan, text(amount), claimOn(fund, events))];
    case "demand":
      return [move(model, "unproven", "receivable", amount), () => book.demandBack(plan, text(amount), events)];
    case "submit":
    case "submit-planned": {
      const pot = what === "submit" ? "available" : "committed";
      const ref = { ...claimOn(fund), ...(pot === "committed" ? { committedPlanId: plan.planId } : {}) };
      const possible = model[pot] >= amount;
      if (possible) {
        model[pot] -= amount;
        model.open.push({ ref, reserved: amount, round: 1 });
      }
      return [possible, () => book.submit(ref, text(amount))];
    }
    case "again":
    case "give-back":
    case "approve":
      return takeWithClaim(model, what, amount, claim);
  }
}

function takeWithClaim(model: Model, what: "again" | "give-back" | "approve", amount: bigint, claim: number): Attempt {
  const place = model.open.length === 0 ? -1 : claim % model.open.length;
  const found = model.open[place];
  if (!found) return [true, () => Promise.resolve()];
  const ref = { ...found.ref, round: found.round };
  const before = found.reserved;
  const pot = ref.committedPlanId === undefined ? "available" : "committed";
  if (what === "again") {
    const possible = model[pot] + before >= amount;
    if (possible) {
      model[pot] += before - amount;
      Object.assign(found, { reserved: amount, round: found.round + 1 });
    }
    return [possible, () => book.submitAgain({ ...ref, round: ref.round + 1 }, text(before), text(amount))];
  }
  if (what === "give-back") {
    model.open.splice(place, 1);
    model[pot] += before;
    return [true, () => book.giveBack(ref, "rejected", text(before))];
  }
  const possible = amount <= before;
  if (possible) {
    model.open.splice(place, 1);
    model.approved += amount;
    model[pot] += before - amount;
  }
  return [possible, () => book.approve(ref, text(before), text(amount))];
}

async function succeeded(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "balance-exceeded") return false;
    throw error;
  }
}

test("whatever happens to a fund with a plan, no cent is lost, and what comes back goes where it came from", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const fund = await buildLedgerFund(database);
      const plan = planOn(fund);
      const empty = { committed: 0n, unproven: 0n, proven: 0n, receivable: 0n, approved: 0n };
      const model: Model = { ...empty, available: 1_500_00n, events: 0, open: [] };
      await book.earn(fund, "1000.00", { on: "2026-03-31", entity: "entity-a" });
      await book.earn(fund, "500.00", { on: "2026-04-30", entity: "entity-b" });
      for (const taken of steps) {
        const [expected, attempt] = take(fund, plan, model, taken);
        expect(await succeeded(attempt), taken.do).toBe(expected);
        const totals = await book.totals(fund);
        expect(totals).toMatchObject({
          earned: 1_500_00n,
          committed: model.committed + model.unproven,
          reserved: model.open.reduce((sum, { reserved }) => sum + reserved, 0n),
          approved: model.approved + model.proven + model.receivable,
          paid: model.proven + model.receivable,
          remaining: model.available,
        });
        const { earned, rolledIn, converted, rolledOut, committed, reserved, approved, forfeited, remaining } = totals;
        expect(remaining).toBe(earned + rolledIn - converted - rolledOut - committed - reserved - approved - forfeited);
      }
      await inTransaction(database.db, SYSTEM_ACTOR, async (tx) => {
        for (const check of checks) expect(await check.run(tx), check.name).toEqual([]);
      });
    }),
    { numRuns: 25 },
  );
});
