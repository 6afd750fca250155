import { type Evidence, evidenceSubject } from "../evidence/index.ts";
import type { ClaimSubject } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { ClaimPlan } from "./claim-plan.ts";

/** The claim and its proof as plain data, the form in which the rules engine judges it; `zone` is the program's. */
export function claimSubject(claim: Claim, evidence: Evidence, plan: ClaimPlan | null, zone: string): ClaimSubject {
  return {
    activityType: claim.activityType,
    usagePeriod: claim.usagePeriod,
    executionDate: claim.executionDate,
    currency: claim.currency,
    amountClaimed: claim.amountClaimed,
    preApprovalId: claim.preApprovalId,
    planActivity: plan && plan.planned.campaign.days,
    name: claim.name,
    fields: claim.fields,
    ...(claim.sponsors === null ? {} : { sponsors: claim.sponsors }),
    sharePercent: claim.sharePercent,
    event: claim.event,
    ...evidenceSubject(evidence, zone),
  };
}
