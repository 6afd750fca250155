import { contains, type DateRange, type Finding, sentence } from "../../kernel/index.ts";
import {
  type ActivityCase,
  activitiesIn,
  type CampaignCase,
  type PlanCase,
  type PlanRule,
  planFinding,
} from "./plan-case.ts";

const text = ({ from, to }: DateRange): string => `${from} to ${to}`;
const isWithin = (inner: DateRange, outer: DateRange): boolean =>
  contains(outer, inner.from) && contains(outer, inner.to);

/** Campaigns lie in the period of the plan, activities in their campaign; both ends belong to them (rulebook 3.3). */
export const judgePlanDates: PlanRule = (c) =>
  c.campaigns.flatMap((campaign) => [
    ...campaignInPeriod(c, campaign),
    ...campaign.cases.flatMap((activity) => activityInCampaign(c, campaign, activity)),
  ]);

function campaignInPeriod(c: PlanCase, { path, name, days }: CampaignCase): Finding[] {
  const { period } = c.subject;
  if (!days || isWithin(days, period)) return [];
  return [
    planFinding(c, {
      rule: "campaign.outside-period",
      severity: "blocks",
      field: `${path}.${contains(period, days.from) ? "endDate" : "startDate"}`,
      found: text(days),
      allowed: text(period),
      at: "fundTypes",
      remedy: sentence(
        "Move the campaign “{name}” into {period}; what lies in another period belongs to that period's plan.",
        {
          name,
          period: period.code,
        },
      ),
      reasonCode: "plan-dates-not-nested",
    }),
  ];
}

function activityInCampaign(c: PlanCase, campaign: CampaignCase, { path, name, days }: ActivityCase): Finding[] {
  if (!days || !campaign.days || isWithin(days, campaign.days)) return [];
  return [
    planFinding(c, {
      rule: "activity.outside-campaign",
      severity: "blocks",
      field: `${path}.${contains(campaign.days, days.from) ? "endDate" : "startDate"}`,
      found: text(days),
      allowed: text(campaign.days),
      at: "planMode",
      remedy: sentence("Move “{name}” into the days of its campaign “{campaign}”, or make the campaign longer.", {
        name,
        campaign: campaign.name,
      }),
      reasonCode: "plan-dates-not-nested",
    }),
  ];
}

/** Work that has begun, or is over, before the plan is approved: it may be planned, but nobody agreed to it beforehand. */
export const judgeBegun: PlanRule = (c) =>
  activitiesIn(c).flatMap((activity) => {
    const { days, path, name } = activity;
    const { on } = c.facts.submission;
    if (!days || days.from > on) return [];
    return [
      planFinding(c, {
        rule: "activity.begun",
        severity: days.to < on ? "warns" : "informs",
        field: `${path}.startDate`,
        found: days.from,
        allowed: `after ${on}`,
        at: "planMode",
        remedy:
          days.to < on
            ? sentence(
                "“{name}” ends before the plan is submitted: check the dates. What was done before the approval may not be paid.",
                { name },
              )
            : sentence(
                "“{name}” begins before the plan is approved. What was done before the approval may not be paid.",
                { name },
              ),
      }),
    ];
  });
