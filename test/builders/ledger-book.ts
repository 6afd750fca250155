import { newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type ClaimRef, type Entry, type FundTotals, ledger, type PlanRef } from "../../src/ledger/index.ts";
import { type Money, moneyOf } from "../../src/money/index.ts";
import { inTransaction } from "../../src/platform/database/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import type { LedgerFund } from "./ledger-fund.ts";

/** Posts to the ledger in the words of the business, each in a transaction of its own, on behalf of the program itself. */
export interface LedgerBook {
  /** Posts any entry; false when it was posted before. */
  post(entry: Entry): Promise<boolean>;
  earn(fund: LedgerFund, amount: string, options?: { on?: string; entity?: string }): Promise<boolean>;
  adjust(fund: LedgerFund, amount: string, options?: { on?: string; reason?: string }): Promise<boolean>;
  submit(claim: ClaimRef, amount: string): Promise<boolean>;
  submitAgain(claim: ClaimRef, before: string, amount: string): Promise<boolean>;
  giveBack(
    claim: ClaimRef,
    because: "rejected" | "withdrawn" | "expired",
    amount: string,
    reasonCode?: string,
  ): Promise<boolean>;
  approve(claim: ClaimRef, reserved: string, approved: string): Promise<boolean>;
  commit(plan: PlanRef, amount: string, round?: number): Promise<boolean>;
  uncommit(plan: PlanRef, amount: string, round?: number): Promise<boolean>;
  payPlan(plan: PlanRef, amount: string): Promise<boolean>;
  prove(plan: PlanRef, amount: string, by: ClaimRef): Promise<boolean>;
  demandBack(plan: PlanRef, amount: string, count?: number): Promise<boolean>;
  totals(fund: LedgerFund): Promise<FundTotals>;
}

const now = new Date("2026-11-23T12:00:00Z");
const TODAY = "2026-11-23";

/** The book of one currency. */
export function ledgerBook(database: TestDatabase, currency = "USD"): LedgerBook {
  const amountOf = (text: string): Money => moneyOf(text, currency);
  const post = (entry: Entry): Promise<boolean> =>
    inTransaction(database.db, SYSTEM_ACTOR, (tx) => ledger.post(tx, SYSTEM_ACTOR, now, entry));
  return {
    post,
    earn: (fund, amount, { on = "2026-03-31", entity = "vendor-us" } = {}) =>
      post(
        ledger.accrue(fund, {
          earningId: newUuid(now),
          amount: amountOf(amount),
          payingEntity: entity,
          effectiveOn: on,
        }),
      ),
    adjust: (fund, amount, { on = TODAY, reason = "ops-correction" } = {}) =>
      post(
        ledger.adjust(fund, {
          adjustmentId: newUuid(now),
          amount: amountOf(amount),
          payingEntity: "vendor-us",
          reasonCode: reason,
          note: undefined,
          effectiveOn: on,
        }),
      ),
    submit: (claim, amount) => post(ledger.reserveForClaim(claim, { amount: amountOf(amount), effectiveOn: TODAY })),
    submitAgain: (claim, before, amount) =>
      post(
        ledger.reserveAgainForClaim(claim, { before: amountOf(before), amount: amountOf(amount), effectiveOn: TODAY }),
      ),
    giveBack: (claim, because, amount, reasonCode) =>
      post(ledger.releaseReservation(claim, { because, amount: amountOf(amount), effectiveOn: TODAY, reasonCode })),
    approve: (claim, reserved, approved) =>
      post(
        ledger.approveClaimPart(claim, {
          reserved: amountOf(reserved),
          approved: amountOf(approved),
          effectiveOn: TODAY,
        }),
      ),
    commit: (plan, amount, round = 1) =>
      post(ledger.commitToPlan(plan, { round, amount: amountOf(amount), effectiveOn: TODAY })),
    uncommit: (plan, amount, round = 1) =>
      post(ledger.releaseCommitment(plan, { because: "closed", round, amount: amountOf(amount), effectiveOn: TODAY })),
    payPlan: (plan, amount) =>
      post(ledger.payPlan(plan, { paymentId: newUuid(now), amount: amountOf(amount), effectiveOn: TODAY })),
    prove: (plan, amount, by) => post(ledger.prove(plan, { by, amount: amountOf(amount), effectiveOn: TODAY })),
    demandBack: (plan, amount, count = 0) =>
      post(
        ledger.demandBack(plan, { count, reasonCode: "proof-missing", amount: amountOf(amount), effectiveOn: TODAY }),
      ),
    totals: async (fund) => {
      const found = await inTransaction(database.db, SYSTEM_ACTOR, (tx) => ledger.fundTotals(tx, [fund.fundId]));
      const totals = found.get(fund.fundId);
      if (!totals) throw new Error("every fund that is asked for has totals");
      return totals;
    },
  };
}
