import { type Finding, sentence } from "../../kernel/index.ts";
import {
  type ActivityCase,
  activitiesIn,
  type CampaignCase,
  type PlanCase,
  type PlanRule,
  planFinding,
} from "./plan-case.ts";

/** At least one campaign, each with at least one activity, and every field that is asked for (rulebook 3.3, 4.1). */
export const judgeCompleteness: PlanRule = (c) => [
  ...campaigns(c),
  ...c.campaigns.flatMap((campaign) => [...datesOf(c, campaign), ...activitiesOf(c, campaign)]),
  ...activitiesIn(c).flatMap((activity) => [...budgetOf(c, activity), ...countriesOf(c, activity)]),
];

function campaigns(c: PlanCase): Finding[] {
  if (c.campaigns.length > 0) return [];
  return [
    planFinding(c, {
      rule: "plan.no-campaign",
      severity: "blocks",
      field: "campaigns",
      found: "nothing",
      allowed: "at least one campaign",
      at: "planMode",
      remedy: sentence("Add a campaign and what you mean to do in it."),
    }),
  ];
}

function datesOf(c: PlanCase, { path, name, startDate, endDate }: CampaignCase): Finding[] {
  if (startDate !== null && endDate !== null) return [];
  const { from, to } = c.subject.period;
  return [
    planFinding(c, {
      rule: "campaign.dates-missing",
      severity: "blocks",
      field: `${path}.${startDate === null ? "startDate" : "endDate"}`,
      found: "nothing",
      allowed: `${from} to ${to}`,
      at: "fundTypes",
      remedy: sentence("Say when the campaign “{name}” begins and ends.", { name }),
      reasonCode: "plan-dates-not-nested",
    }),
  ];
}

function activitiesOf(c: PlanCase, { path, name, activities }: CampaignCase): Finding[] {
  if (activities.length > 0) return [];
  return [
    planFinding(c, {
      rule: "campaign.no-activity",
      severity: "blocks",
      field: `${path}.activities`,
      found: "nothing",
      allowed: "at least one activity",
      at: "planMode",
      remedy: sentence("Add an activity to the campaign “{name}”, or remove the campaign.", { name }),
    }),
  ];
}

function budgetOf(c: PlanCase, { path, name, budget }: ActivityCase): Finding[] {
  if (budget !== null && budget.minor > 0n) return [];
  return [
    planFinding(c, {
      rule: "activity.budget-missing",
      severity: "blocks",
      field: `${path}.budget`,
      found: "nothing",
      allowed: "an amount above zero",
      at: "currencies",
      remedy: sentence("Enter the budget of “{name}”.", { name }),
      reasonCode: "plan-budget-unclear",
    }),
  ];
}

function countriesOf(c: PlanCase, { path, name, countries }: ActivityCase): Finding[] {
  if (countries.length > 0) return [];
  return [
    planFinding(c, {
      rule: "activity.countries-missing",
      severity: "blocks",
      field: `${path}.countries`,
      found: "nothing",
      allowed: "one country or more",
      at: "planMode",
      remedy: sentence("Name the countries in which “{name}” takes place.", { name }),
    }),
  ];
}
