import type { Money } from "../money/index.ts";
import type { AccountRef, Entry, Transfer } from "./entry.ts";
import type { FundRef } from "./templates.ts";

/** A plan with one of the funds its money stands in. */
export interface PlanRef extends FundRef {
  readonly planId: string;
}

interface Dated {
  readonly effectiveOn: string;
}

type PlanAccount = "plan-committed" | "plan-payable" | "plan-unproven" | "paid" | "receivable";

const available = ({ fundId }: FundRef): AccountRef => ({ kind: "fund-available", fundId });
const ofPlan = (kind: PlanAccount, { fundId, planId }: PlanRef): AccountRef => ({ kind, fundId, subjectId: planId });

function common({ fundId, programId, partnerId, planId }: PlanRef) {
  return { fundId, programId, partnerId, source: { type: "plan" as const, id: planId } };
}

/** Plan approved, where the edition commits money: fund available -> plan committed. `round` is the plan's submission. */
export function commitToPlan(plan: PlanRef, approval: Dated & { round: number; amount: Money }): Entry {
  return {
    ...common(plan),
    template: "commit",
    businessKey: `plan:${plan.planId}:approved:${approval.round}`,
    effectiveOn: approval.effectiveOn,
    transfers: [{ from: available(plan), to: ofPlan("plan-committed", plan), amount: approval.amount }],
  };
}

/** What was set aside for a plan and not used goes back to the fund; `because` names the event, such as `closed`. */
export function releaseCommitment(
  plan: PlanRef,
  release: Dated & { because: string; round: number; amount: Money; reasonCode?: string | undefined },
): Entry {
  return {
    ...common(plan),
    template: "uncommit",
    businessKey: `plan:${plan.planId}:${release.because}:${release.round}`,
    effectiveOn: release.effectiveOn,
    reasonCode: release.reasonCode,
    transfers: [{ from: ofPlan("plan-committed", plan), to: available(plan), amount: release.amount }],
  };
}

/**
 * Paid under a plan ahead of its proof: fund available -> plan payable -> in flight -> plan unproven. All three in one
 * entry: what is recorded here has left the bank. While it is in flight it stands under the payment.
 */
export function payPlan(
  plan: PlanRef,
  payment: Dated & { paymentId: string; amount: Money; note?: string | undefined },
): Entry {
  const { amount } = payment;
  const inFlight: AccountRef = { kind: "in-flight", fundId: plan.fundId, subjectId: payment.paymentId };
  const transfers: Transfer[] = [
    { from: available(plan), to: ofPlan("plan-payable", plan), amount },
    { from: ofPlan("plan-payable", plan), to: inFlight, amount },
    { from: inFlight, to: ofPlan("plan-unproven", plan), amount },
  ];
  return {
    ...common(plan),
    source: { type: "plan-payment", id: payment.paymentId },
    template: "pay-plan",
    businessKey: `plan-payment:${payment.paymentId}`,
    effectiveOn: payment.effectiveOn,
    note: payment.note,
    transfers,
  };
}

/** What makes an amount that was paid ahead proven: a claim that is approved, or a payment for what was approved before it. */
export type ProofEvent = { readonly claimId: string; readonly round: number } | { readonly paymentId: string };

/** Proof approved after payment: plan unproven -> paid. */
export function prove(plan: PlanRef, proof: Dated & { by: ProofEvent; amount: Money }): Entry {
  const { by } = proof;
  const occasion = "claimId" in by ? `claim:${by.claimId}:${by.round}` : `plan-payment:${by.paymentId}`;
  return {
    ...common(plan),
    source: "claimId" in by ? { type: "claim", id: by.claimId } : { type: "plan-payment", id: by.paymentId },
    template: "prove",
    businessKey: `plan:${plan.planId}:proven:${plan.fundId}:${occasion}`,
    effectiveOn: proof.effectiveOn,
    transfers: [{ from: ofPlan("plan-unproven", plan), to: ofPlan("paid", plan), amount: proof.amount }],
  };
}

/**
 * Proof missing at its deadline: plan unproven -> receivable from the partner. `count` tells the demands on a plan and fund
 * apart: after the first, one more for each claim that still waited then and was refused later.
 */
export function demandBack(plan: PlanRef, demand: Dated & { count: number; reasonCode: string; amount: Money }): Entry {
  return {
    ...common(plan),
    template: "demand-back",
    businessKey: `plan:${plan.planId}:proof-missing:${plan.fundId}:${demand.count}`,
    effectiveOn: demand.effectiveOn,
    reasonCode: demand.reasonCode,
    transfers: [{ from: ofPlan("plan-unproven", plan), to: ofPlan("receivable", plan), amount: demand.amount }],
  };
}
