import { type Command, notFound } from "../kernel/index.ts";
import type { ClaimRef, ProofEvent } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import {
  claimsOfPlan,
  demandMissingProof,
  editionOfPlan,
  findPlannedActivity,
  lockPlan,
  lockPlannedActivity,
  markProven,
  type PlannedActivity,
  planMoney,
} from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PlanActivityFacts } from "../programs/index.ts";
import type { Claim } from "./claim.ts";

/**
 * Where the money of a claim under a plan comes from: `fund`, the fund's free money; `committed`, what is set aside for the
 * plan; `paid-ahead`, nowhere: the plan is paid before its proof, and an approved claim proves what was paid.
 */
export type PlanFunding = "fund" | "committed" | "paid-ahead";

/** The activity a claim proves, with its plan and where its money comes from. */
export interface ClaimPlan {
  readonly planned: PlannedActivity;
  readonly funding: PlanFunding;
}

/**
 * The plan of a claim; null for a claim without one. With `lock` the plan stays as it is until the transaction ends. A claim
 * is locked before its plan, a plan before its fund: always in this order.
 */
export async function planOfClaim(
  tx: Tx,
  claim: Pick<Claim, "planActivityId" | "fundId">,
  options: { readonly lock: boolean },
): Promise<ClaimPlan | null> {
  if (claim.planActivityId === null) return null;
  const find = options.lock ? lockPlannedActivity : findPlannedActivity;
  const planned = await find(tx, claim.planActivityId);
  if (!planned) throw notFound("activity");
  return { planned, funding: await fundingOf(tx, planned, claim.fundId) };
}

/** The claim as the ledger knows it, in one of its rounds. `plan` says where its money comes from and goes back to. */
export function ledgerRef(claim: Claim, plan: ClaimPlan | null): ClaimRef {
  const { fundId, programId, partnerId, id: claimId, round } = claim;
  const committedPlanId = plan?.funding === "committed" ? plan.planned.plan.id : undefined;
  return { fundId, programId, partnerId, claimId, round, committedPlanId };
}

async function fundingOf(tx: Tx, { plan }: PlannedActivity, fundId: string): Promise<PlanFunding> {
  const { document } = await editionOfPlan(tx, plan);
  if (document.poeTiming === "after-payment") return "paid-ahead";
  return plan.committedFundId === fundId ? "committed" : "fund";
}

/** What is left for a claim of this activity, all other claims counted. Never below nothing. */
export async function leftForClaim(tx: Tx, planned: PlannedActivity, claimId?: string) {
  const { plan, budget } = planned;
  const others = (await claimsOfPlan(tx, plan.id)).filter(({ id }) => id !== claimId);
  const left = (of: Money | null, claims: readonly { readonly held: bigint }[]): Money | null => {
    const used = claims.reduce((sum, { held }) => sum + held, 0n);
    return of && { minor: of.minor > used ? of.minor - used : 0n, currency: plan.currency };
  };
  return {
    budgetLeft: left(
      budget,
      others.filter(({ activityId }) => activityId === planned.id),
    ),
    planLimitLeft: left(plan.amountApproved, others),
  };
}

/** What the rules need to know of the plan of a claim; null without one. */
export async function planFacts(tx: Tx, claim: Claim, plan: ClaimPlan | null): Promise<PlanActivityFacts | null> {
  if (!plan) return null;
  const { planned, funding } = plan;
  const { currency } = planned.plan;
  return {
    planStatus: planned.plan.status,
    proofAfterPayment: funding === "paid-ahead",
    activityType: planned.activityType,
    days: planned.days,
    ...(await leftForClaim(tx, planned, claim.id)),
    committedLeft: funding === "committed" ? { minor: (await planMoney(tx, planned.plan)).committed, currency } : null,
  };
}

/**
 * What follows for money that was paid ahead when a claim that waited for its decision has ended: with an approval it is
 * proven as far as it was approved, and what no waiting claim covers after the proof deadline is demanded back. The claim
 * stands in its new status already. Nothing for any other claim.
 */
export async function settlePaidAhead(
  tx: Tx,
  command: Command,
  plan: ClaimPlan | null,
  approvedBy?: ProofEvent,
): Promise<void> {
  if (plan?.funding !== "paid-ahead") return;
  const standing = await lockPlan(tx, plan.planned.plan.id);
  if (!standing) throw notFound("plan");
  if (approvedBy) await markProven(tx, command, standing, approvedBy);
  await demandMissingProof(tx, command, standing);
}
