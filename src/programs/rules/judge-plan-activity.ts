import { contains, type Finding, sentence } from "../../kernel/index.ts";
import { amountOf, type Case, dayOf, finding, minorIn, minorText, type Rule } from "./case.ts";
import type { PlanActivityFacts } from "./facts.ts";
import { drawable } from "./judge-fund.ts";

/**
 * A claim under a plan proves an activity of an approved plan, of the type that was planned, for no more than is left of the
 * activity's budget, of the plan's limit, and of what is set aside for it (rulebook 4.2, 5.5, 9.30). That the day lies in
 * the campaign is judged with the other dates. What was judged before there were plans has none of these facts.
 */
export const judgePlanActivity: Rule = (c) => {
  const planned = c.facts.planActivity;
  if (!planned) return [];
  return [
    ...notApproved(c, planned),
    ...otherType(c, planned),
    ...outsideActivity(c, planned),
    ...aboveBudget(c, planned),
    ...aboveLimit(c, planned),
  ];
};

function notApproved(c: Case, planned: PlanActivityFacts): Finding[] {
  if (planned.planStatus === "approved") return [];
  return [
    finding(c, {
      rule: "plan.not-approved",
      severity: "blocks",
      field: "activity",
      found: planned.planStatus,
      allowed: "approved",
      at: "planMode",
      remedy: sentence("Claim under a plan while it is approved; open the plan to see where it stands."),
    }),
  ];
}

function otherType(c: Case, planned: PlanActivityFacts): Finding[] {
  if (planned.activityType === c.subject.activityType) return [];
  return [
    finding(c, {
      rule: "activity.type-differs",
      severity: "blocks",
      field: "activityType",
      found: c.subject.activityType,
      allowed: planned.activityType,
      at: "activityTypes",
      remedy: sentence(
        "Claim the type of work that was planned, or start the claim from another activity of the plan.",
      ),
    }),
  ];
}

/** The day counts by the campaign; a day outside the activity's own dates deserves a look. */
function outsideActivity(c: Case, { days }: PlanActivityFacts): Finding[] {
  const day = dayOf(c.subject.executionDate);
  const campaign = c.subject.planActivity;
  if (day === undefined || contains(days, day) || (campaign && !contains(campaign, day))) return [];
  return [
    finding(c, {
      rule: "date.outside-activity",
      severity: "warns",
      field: "executionDate",
      found: day,
      allowed: `${days.from} to ${days.to}`,
      at: "planMode",
      remedy: sentence("The activity was planned from {from} to {to}; check the day of the work.", {
        from: days.from,
        to: days.to,
      }),
    }),
  ];
}

function aboveBudget(c: Case, { budgetLeft }: PlanActivityFacts): Finding[] {
  const left = above(c, minorIn(budgetLeft, c.subject.currency));
  if (left === undefined) return [];
  return [
    finding(c, {
      ...tooMuch(c, left),
      rule: "activity.budget-exceeded",
      at: "planMode",
      remedy: sentence("Claim at most {left}, which is left of the activity's budget.", {
        left: amountOf(left, c.subject.currency),
      }),
      reasonCode: "plan-limit-exceeded",
    }),
  ];
}

function aboveLimit(c: Case, { planLimitLeft, committedLeft }: PlanActivityFacts): Finding[] {
  const { currency } = c.subject;
  const left = above(c, minorIn(planLimitLeft, currency));
  if (left !== undefined) {
    return [
      finding(c, {
        ...tooMuch(c, left),
        rule: "plan.limit-exceeded",
        at: "planMode",
        remedy: sentence("Claim at most {left}, which is left of what was approved for the plan.", {
          left: amountOf(left, currency),
        }),
        reasonCode: "plan-limit-exceeded",
      }),
    ];
  }
  const setAside = committedLeft === null ? undefined : above(c, drawable(c));
  if (setAside === undefined) return [];
  return [
    finding(c, {
      ...tooMuch(c, setAside),
      rule: "plan.committed-exceeded",
      at: "planCommitment",
      remedy: sentence("Claim at most {left}, which is left of what is set aside for the plan.", {
        left: amountOf(setAside, currency),
      }),
      reasonCode: "balance-exceeded",
    }),
  ];
}

/** What is left, never below nothing, when more is claimed. */
function above(c: Case, left: bigint | undefined): bigint | undefined {
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  if (claimed === undefined || left === undefined || claimed <= left) return undefined;
  return left < 0n ? 0n : left;
}

function tooMuch({ subject: { amountClaimed, currency } }: Case, left: bigint) {
  return {
    severity: "blocks",
    field: "amountClaimed",
    found: minorText(amountClaimed?.minor ?? 0n, currency),
    allowed: minorText(left, currency),
  } as const;
}
