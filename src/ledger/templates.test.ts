import { describe, expect, test } from "vitest";
import { moneyOf } from "../money/index.ts";
import { type ClaimRef, FLOWS, ledger, type PlanRef } from "./index.ts";

const claim: ClaimRef = { fundId: "fund", programId: "program", partnerId: "partner", claimId: "claim", round: 2 };
const plan: PlanRef = { fundId: "fund", programId: "program", partnerId: "partner", planId: "plan" };
const underPlan: ClaimRef = { ...claim, claimId: "planned", committedPlanId: "plan" };
const usd = (text: string) => moneyOf(text, "USD");
const effectiveOn = "2026-11-23";

const entries = {
  accrue: ledger.accrue(claim, { earningId: "earning", amount: usd("1.00"), payingEntity: "vendor-us", effectiveOn }),
  up: ledger.adjust(claim, {
    adjustmentId: "up",
    amount: usd("1.00"),
    payingEntity: "vendor-us",
    reasonCode: "ops-correction",
    note: undefined,
    effectiveOn,
  }),
  down: ledger.adjust(claim, {
    adjustmentId: "down",
    amount: usd("-1.00"),
    payingEntity: "vendor-us",
    reasonCode: "ops-correction",
    note: undefined,
    effectiveOn,
  }),
  reserve: ledger.reserveForClaim(claim, { amount: usd("1.00"), effectiveOn }),
  again: ledger.reserveAgainForClaim({ ...claim, round: 3 }, { before: usd("1.00"), amount: usd("2.00"), effectiveOn }),
  release: ledger.releaseReservation(claim, { because: "rejected", amount: usd("1.00"), effectiveOn }),
  approve: ledger.approveClaimPart(claim, { reserved: usd("3.00"), approved: usd("1.00"), effectiveOn }),
  "reserve under a plan": ledger.reserveForClaim(underPlan, { amount: usd("1.00"), effectiveOn }),
  "again under a plan": ledger.reserveAgainForClaim(
    { ...underPlan, round: 3 },
    { before: usd("1.00"), amount: usd("2.00"), effectiveOn },
  ),
  "release under a plan": ledger.releaseReservation(underPlan, {
    because: "rejected",
    amount: usd("1.00"),
    effectiveOn,
  }),
  "approve under a plan": ledger.approveClaimPart(underPlan, {
    reserved: usd("3.00"),
    approved: usd("1.00"),
    effectiveOn,
  }),
  commit: ledger.commitToPlan(plan, { round: 1, amount: usd("9.00"), effectiveOn }),
  uncommit: ledger.releaseCommitment(plan, { because: "closed", round: 1, amount: usd("9.00"), effectiveOn }),
  pay: ledger.payPlan(plan, { paymentId: "payment", amount: usd("5.00"), effectiveOn }),
  "prove by a claim": ledger.prove(plan, { by: { claimId: "claim", round: 2 }, amount: usd("3.00"), effectiveOn }),
  "prove by a payment": ledger.prove(plan, { by: { paymentId: "payment" }, amount: usd("3.00"), effectiveOn }),
  demand: ledger.demandBack(plan, { count: 0, amount: usd("2.00"), reasonCode: "proof-missing", effectiveOn }),
  "demand more": ledger.demandBack(plan, { count: 1, amount: usd("2.00"), reasonCode: "proof-missing", effectiveOn }),
};

describe("the templates of the ledger", () => {
  test.each(Object.entries(entries))(
    "%s takes only ways that the list allows, with amounts above nothing",
    (_name, entry) => {
      expect(entry.transfers.length).toBeGreaterThan(0);
      for (const { from, to, amount } of entry.transfers) {
        expect(FLOWS[entry.template]).toContainEqual([from.kind, to.kind]);
        expect(amount.minor).toBeGreaterThan(0n);
      }
    },
  );

  test("each business event has a name of its own, the round of a claim included", () => {
    const keys = Object.values(entries).map(({ businessKey }) => businessKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(entries.reserve.businessKey).toBe("claim:claim:submitted:2");
    expect(entries.again.businessKey).toBe("claim:claim:submitted:3");
    expect(entries.release.businessKey).toBe("claim:claim:rejected:2");
  });

  test("what is not approved goes back to the fund", () => {
    expect(entries.approve.transfers.map(({ to, amount }) => `${to.kind} ${amount.minor}`)).toEqual([
      "claim-payable 100",
      "fund-available 200",
    ]);
  });

  test("a claim under a plan draws on what is set aside for the plan, and what comes back goes there again", () => {
    const ways = (name: keyof typeof entries) =>
      entries[name].transfers.map(({ from, to }) =>
        [from, to].map(({ kind, subjectId = "" }) => `${kind} ${subjectId}`),
      );
    const [set, held] = ["plan-committed plan", "claim-reserved planned"];
    expect(ways("reserve under a plan")).toEqual([[set, held]]);
    expect(ways("again under a plan")).toEqual([
      [held, set],
      [set, held],
    ]);
    expect(ways("release under a plan")).toEqual([[held, set]]);
    expect(ways("approve under a plan")).toEqual([
      [held, "claim-payable planned"],
      [held, set],
    ]);
  });

  test("what is paid under a plan stands there unproven, until it is proven or demanded back", () => {
    const ways = (name: keyof typeof entries) => entries[name].transfers.map(({ to }) => `${to.kind} ${to.subjectId}`);
    expect(ways("pay")).toEqual(["plan-payable plan", "in-flight payment", "plan-unproven plan"]);
    expect(ways("prove by a claim")).toEqual(["paid plan"]);
    expect(ways("demand")).toEqual(["receivable plan"]);
  });

  test("approved in full, nothing goes back; approved with nothing, all of it", () => {
    const parts = (approved: string) =>
      ledger
        .approveClaimPart(claim, { reserved: usd("3.00"), approved: usd(approved), effectiveOn })
        .transfers.map(({ to, amount }) => `${to.kind} ${amount.minor}`);
    expect(parts("3.00")).toEqual(["claim-payable 300"]);
    expect(parts("0.00")).toEqual(["fund-available 300"]);
  });
});
