import type { DateRange, IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { findActivity } from "./activity-store.ts";
import { findCampaign } from "./campaign-store.ts";
import type { Activity, Plan } from "./plan.ts";
import { findPlan, lockPlan } from "./plan-store.ts";

/** An activity with its campaign and plan: what a claim that proves it is judged by. */
export interface PlannedActivity extends Activity {
  /** Days of the work: the activity's own, else those of its campaign. */
  readonly days: DateRange;
  readonly campaign: { readonly id: string; readonly name: string; readonly days: DateRange };
  readonly plan: Plan;
}

/** The activity with its campaign and plan; undefined when it is unknown or hidden from the actor's side. */
export async function findPlannedActivity(tx: Tx, id: string): Promise<PlannedActivity | undefined> {
  const activity = await findActivity(tx, id);
  const campaign = activity && (await findCampaign(tx, activity.campaignId));
  const plan = activity && (await findPlan(tx, activity.planId));
  if (!campaign || !plan) return undefined;
  const campaignDays = daysWithin(plan.period, campaign.startDate, campaign.endDate);
  return {
    ...activity,
    days: daysWithin(campaignDays, activity.startDate, activity.endDate),
    campaign: { id: campaign.id, name: campaign.name, days: campaignDays },
    plan,
  };
}

/** {@link findPlannedActivity} with its plan locked: what is left of budget and limit stays until the transaction ends. */
export async function lockPlannedActivity(tx: Tx, id: string): Promise<PlannedActivity | undefined> {
  const seen = await findActivity(tx, id);
  if (seen) await lockPlan(tx, seen.planId);
  return findPlannedActivity(tx, id);
}

function daysWithin(outer: DateRange, from: IsoDate | null, to: IsoDate | null): DateRange {
  return { from: from ?? outer.from, to: to ?? outer.to };
}
