import { type Money, sum } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activitiesOf } from "./activity-store.ts";
import { campaignsOf } from "./campaign-store.ts";
import type { Activity, Campaign, Plan } from "./plan.ts";

/** A campaign with its activities, both in the order of their dates. */
export interface CampaignContent extends Campaign {
  readonly activities: readonly Activity[];
}

/** What stands in a plan. */
export type PlanContent = readonly CampaignContent[];

/** The campaigns of a plan with their activities. */
export async function loadContent(tx: Tx, planId: string): Promise<PlanContent> {
  const campaigns = await campaignsOf(tx, planId);
  const activities = await activitiesOf(tx, planId);
  return campaigns.map((campaign) => ({
    ...campaign,
    activities: activities.filter((activity) => activity.campaignId === campaign.id),
  }));
}

/** The planned amount: the sum of all budgets (rulebook 3.3). */
export function plannedAmount(plan: Pick<Plan, "currency">, content: PlanContent): Money {
  const budgets = content.flatMap((campaign) => campaign.activities.flatMap(({ budget }) => budget ?? []));
  return sum(budgets, plan.currency);
}
