import { contains, type Finding, sentence } from "../../kernel/index.ts";
import { type Case, dayOf, finding, type Rule } from "./case.ts";

/**
 * The work must be done inside the usage period (T03), and inside the campaign when it belongs to a plan; both ends
 * belong to them.
 */
export const judgeExecutionDate: Rule = (c) => {
  const day = dayOf(c.subject.executionDate);
  if (day === undefined) {
    return [
      finding(c, {
        rule: "date.missing",
        severity: "blocks",
        field: "executionDate",
        found: c.subject.executionDate ?? "nothing",
        allowed: c.window ? `${c.window.usagePeriod.from} to ${c.window.usagePeriod.to}` : "a date",
        at: `${c.windowPath}.usagePeriod`,
        remedy: sentence("Enter the day on which the work was done."),
      }),
    ];
  }
  return [...outsideUsage(c, day), ...outsideCampaign(c, day), ...inFuture(c, day)];
};

function outsideUsage(c: Case, day: string): Finding[] {
  if (!c.window || contains(c.window.usagePeriod, day)) return [];
  return [
    finding(c, {
      rule: "date.outside-usage",
      severity: "blocks",
      field: "executionDate",
      found: day,
      allowed: `${c.window.usagePeriod.from} to ${c.window.usagePeriod.to}`,
      at: `${c.windowPath}.usagePeriod`,
      remedy: sentence("Claim only work of {period}; work of another half-year belongs to that period's fund.", {
        period: c.window.usagePeriod.code,
      }),
      reasonCode: "activity-outside-usage",
    }),
  ];
}

function outsideCampaign(c: Case, day: string): Finding[] {
  const campaign = c.subject.planActivity;
  if (!campaign || contains(campaign, day)) return [];
  return [
    finding(c, {
      rule: "date.outside-campaign",
      severity: "blocks",
      field: "executionDate",
      found: day,
      allowed: `${campaign.from} to ${campaign.to}`,
      at: "planMode",
      remedy: sentence("Claim work done inside the campaign's dates, or amend the plan."),
      reasonCode: "activity-outside-campaign",
    }),
  ];
}

function inFuture(c: Case, day: string): Finding[] {
  if (day <= c.facts.today) return [];
  return [
    finding(c, {
      rule: "date.in-future",
      severity: "warns",
      field: "executionDate",
      found: day,
      allowed: `up to ${c.facts.today}`,
      at: "poeTiming",
      remedy: sentence("Check the date: a claim is for work that has been done."),
    }),
  ];
}
