import { holds } from "../identity/index.ts";
import { type Actor, idText, type StatusFace } from "../kernel/index.ts";
import { sum, toWire } from "../money/index.ts";
import { activityTypeOf, type Edition } from "../programs/index.ts";
import { activityAbilities } from "./activity-abilities.ts";
import { type ActivityClaimRow, takenBy } from "./activity-claims.ts";
import type { Activity, Plan } from "./plan.ts";
import type { CampaignContent } from "./plan-content.ts";
import type { ActivityResource, CampaignResource } from "./plan-contract.ts";
import { asksForPreApproval } from "./rules/judge-plan-types.ts";

/** How the status of a claim is called and looks for the side that asks. Given by claims, which stand behind plans. */
export type ClaimFace = (actor: Actor, status: string) => { readonly tone: StatusFace["tone"]; readonly label: string };

/** A campaign with everything around it that its resource shows. */
export interface CampaignIn {
  readonly plan: Plan;
  readonly edition: Edition;
  readonly campaign: CampaignContent;
  /** Claims of the whole plan. */
  readonly claims: readonly ActivityClaimRow[];
}

/** A campaign of a plan with its activities, for the side that asks. */
export function campaignWire(actor: Actor, of: CampaignIn, face: ClaimFace): CampaignResource {
  const { plan, campaign } = of;
  const { id, version, name, objective, audience, startDate, endDate, activities } = campaign;
  const budgets = activities.flatMap(({ budget }) => budget ?? []);
  return {
    id: idText("campaign", id),
    plan: idText("plan", plan.id),
    version,
    name,
    objective,
    audience,
    startDate,
    endDate,
    budget: toWire(sum(budgets, plan.currency)),
    activities: activities.map((activity) => activityWire(actor, of, activity, face)),
  };
}

/** An activity of a plan with its claims, for the side that asks; those who may not see claims see their sum only. */
export function activityWire(
  actor: Actor,
  { plan, edition, claims: everything }: Omit<CampaignIn, "campaign">,
  activity: Activity,
  face: ClaimFace,
): ActivityResource {
  const { currency } = plan;
  const type = activityTypeOf(edition.document, activity.activityType);
  const claims = everything.filter(({ activityId }) => activityId === activity.id);
  const { waiting, approved } = takenBy(claims);
  const left = (activity.budget?.minor ?? 0n) - waiting - approved;
  const all = takenBy(everything);
  const leftOfPlan = (plan.amountApproved?.minor ?? 0n) - all.waiting - all.approved;
  return {
    id: idText("activity", activity.id),
    campaign: idText("campaign", activity.campaignId),
    plan: idText("plan", plan.id),
    version: activity.version,
    name: activity.name,
    activityType: activity.activityType,
    activityTypeName: type?.name ?? activity.activityType,
    countries: [...activity.countries],
    startDate: activity.startDate,
    endDate: activity.endDate,
    budget: activity.budget && toWire(activity.budget),
    expectedReach: activity.expectedReach,
    supplier: activity.supplier,
    preApprovalId: activity.preApprovalId,
    requiresPreApproval: asksForPreApproval({ type, budget: activity.budget }),
    evidence: (type?.evidence ?? []).map(({ code, description, required }) => ({ code, description, required })),
    claimed: toWire({ minor: waiting + approved, currency }),
    left: activity.budget && toWire({ minor: plan.amountApproved && leftOfPlan < left ? leftOfPlan : left, currency }),
    claims: holds(actor, "claim.view", plan) ? claims.map((claim) => claimWire(actor, claim, face)) : [],
    abilities: activityAbilities(actor, plan, { left, leftOfPlan, claims: claims.length }),
  };
}

function claimWire(actor: Actor, claim: ActivityClaimRow, face: ClaimFace): ActivityResource["claims"][number] {
  const { id, number, name, status, amountClaimed, amountApproved } = claim;
  return {
    id: idText("claim", id),
    number,
    name,
    status,
    face: face(actor, status),
    amountClaimed: amountClaimed && toWire(amountClaimed),
    amountApproved: amountApproved && toWire(amountApproved),
  };
}
