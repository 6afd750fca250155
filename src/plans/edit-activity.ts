import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type ActivityFacts, saveActivity } from "./activity-store.ts";
import { checkActivity } from "./check-activity.ts";
import { editionOf } from "./judge-plan.ts";
import { lockActivity } from "./lock-for-editing.ts";
import type { Activity } from "./plan.ts";
import type { EditActivityBody } from "./plan-bodies.ts";
import { changedFields, recordPartChange } from "./record-plan-change.ts";

/** Changes an activity of a plan that is open for changes. A field left out stays as it is. */
export async function editActivity(
  tx: Tx,
  command: Command,
  id: string,
  body: () => EditActivityBody,
): Promise<Activity> {
  const { plan, campaign, activity } = await lockActivity(tx, command, id);
  checkVersion(command.seen, activity.version);
  const input = body();
  const { id: _id, planId: _plan, campaignId: _campaign, partnerId: _partner, version: _version, ...before } = activity;
  const facts = merged(before, input);
  checkActivity(plan, campaign, await editionOf(tx, plan), facts, input);
  const fields = changedFields(before, facts);
  if (fields.length === 0) return activity;
  const saved = await saveActivity(tx, command.now, activity, facts);
  await recordPartChange(tx, command, plan, "activity-changed", { part: id, about: saved.name, fields });
  return saved;
}

/** What was there, with what the body names put over it; null clears. */
function merged(before: ActivityFacts, input: EditActivityBody): ActivityFacts {
  const or = <T>(said: T | undefined, was: T): T => (said === undefined ? was : said);
  return {
    name: or(input.name, before.name),
    activityType: or(input.activityType, before.activityType),
    countries: input.countries === undefined ? before.countries : [...new Set(input.countries)],
    startDate: or(input.startDate, before.startDate),
    endDate: or(input.endDate, before.endDate),
    budget: or(input.budget, before.budget),
    expectedReach: or(input.expectedReach, before.expectedReach),
    supplier: or(input.supplier, before.supplier),
    preApprovalId: or(input.preApprovalId, before.preApprovalId),
  };
}
