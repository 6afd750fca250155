import { type Command, DomainError, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type ActivityFacts, activitiesOf, insertActivity } from "./activity-store.ts";
import { checkActivity } from "./check-activity.ts";
import { editionOf } from "./judge-plan.ts";
import { lockCampaign } from "./lock-for-editing.ts";
import type { Activity } from "./plan.ts";
import type { ActivityBody } from "./plan-bodies.ts";
import { recordPartChange } from "./record-plan-change.ts";

/** More than anybody reads; what the plan's page shows at once stays within bounds. */
const MOST_ACTIVITIES = 500;

/** Adds an activity to a campaign whose plan is open for changes. */
export async function addActivity(
  tx: Tx,
  command: Command,
  campaignId: string,
  body: () => ActivityBody,
): Promise<Activity> {
  const { plan, campaign } = await lockCampaign(tx, command, campaignId);
  const input = body();
  if ((await activitiesOf(tx, plan.id)).length >= MOST_ACTIVITIES)
    throw new DomainError({
      code: "too-many-activities",
      kind: "conflict",
      message: sentence("A plan holds up to 500 activities. Put several pieces of work into one of them."),
    });
  const facts: ActivityFacts = {
    name: input.name,
    activityType: input.activityType,
    countries: [...new Set(input.countries)],
    startDate: input.startDate ?? null,
    endDate: input.endDate ?? null,
    budget: input.budget ?? null,
    expectedReach: input.expectedReach ?? null,
    supplier: input.supplier ?? null,
    preApprovalId: input.preApprovalId ?? null,
  };
  checkActivity(plan, campaign, await editionOf(tx, plan), facts);
  const activity = await insertActivity(tx, command, campaign, facts, plan.currency);
  await recordPartChange(tx, command, plan, "activity-added", { part: activity.id, about: activity.name });
  return activity;
}
