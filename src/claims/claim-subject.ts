import { type Evidence, evidenceSubject } from "../evidence/index.ts";
import type { ClaimSubject } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimPlan } from "./claim-plan.ts";

/** The claim and its proof as plain data, the form in which the rules engine judges it. */
export function claimSubject(claim: Claim, evidence: Evidence, plan: ClaimPlan | null): ClaimSubject {
  return {
    activityType: claim.activityType,
    usagePeriod: claim.usagePeriod,
    executionDate: claim.executionDate,
    currency: claim.currency,
    amountClaimed: claim.amountClaimed,
    preApprovalId: claim.preApprovalId,
    planActivity: plan && plan.planned.campaign.days,
    ...evidenceSubject(evidence),
  };
}
