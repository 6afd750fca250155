import { contains, type DateRange, type FieldError } from "../kernel/index.ts";
import { activityTypeOf, type Edition } from "../programs/index.ts";
import type { ActivityFacts } from "./activity-store.ts";
import { datesWithin, refuseAny } from "./check-campaign.ts";
import type { Campaign, Plan } from "./plan.ts";

/**
 * Refuses what an activity cannot be, by field (rulebook 3.3): a type outside the catalogue or not for this class of program,
 * days outside its campaign, a budget in another currency than the plan's. What is only missing is left to the checklist, and so is
 * what was not touched: `said` is what the request names.
 */
export function checkActivity(
  plan: Plan,
  campaign: Campaign,
  edition: Edition,
  facts: ActivityFacts,
  said: { readonly [F in keyof ActivityFacts]?: ActivityFacts[F] | undefined } = facts,
): void {
  const days = campaignDays(plan, campaign);
  const where =
    campaign.startDate !== null && campaign.endDate !== null
      ? `the campaign (${days.from} to ${days.to})`
      : `the period of the plan (${days.from} to ${days.to})`;
  refuseAny([
    ...(said.activityType === undefined ? [] : type(edition, facts)),
    ...(said.startDate === undefined && said.endDate === undefined ? [] : datesWithin(facts, days, where)),
    ...(said.budget === undefined ? [] : budget(plan, facts)),
  ]);
}

function campaignDays({ period }: Plan, { startDate, endDate }: Campaign): DateRange {
  const from = startDate ?? period.from;
  const to = endDate ?? period.to;
  return contains(period, from) && contains(period, to) ? { from, to } : period;
}

function type({ document }: Edition, { activityType }: ActivityFacts): FieldError[] {
  if (activityTypeOf(document, activityType)) return [];
  return [
    {
      field: "activityType",
      code: "unknown-value",
      message: `${document.programName} has no activity type "${activityType}". Choose one of its catalogue.`,
    },
  ];
}

function budget(plan: Plan, facts: ActivityFacts): FieldError[] {
  if (facts.budget === null || facts.budget.currency === plan.currency) return [];
  return [
    {
      field: "budget.currency",
      code: "currency-mismatch",
      message: `This plan is in ${plan.currency}: give the budget in ${plan.currency}.`,
    },
  ];
}
