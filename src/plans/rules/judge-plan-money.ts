import { contains, type Finding, sentence } from "../../kernel/index.ts";
import { amountText, sum, toWire } from "../../money/index.ts";
import { activitiesIn, type PlanCase, type PlanRule, planFinding } from "./plan-case.ts";

/**
 * What is planned against what the funds of the period hold. A plan may be made before its fund is earned, so this only warns;
 * where approval sets the money aside, the approval itself refuses what is not there (rulebook 5.4).
 */
export const judgePlanMoney: PlanRule = (c) => {
  if (c.facts.decided) return [];
  const { currency } = c.subject;
  const planned = sum(
    activitiesIn(c).flatMap(({ budget }) => budget ?? []),
    currency,
  );
  const available = sum(
    c.facts.funds.map((fund) => fund.available),
    currency,
  );
  if (c.facts.funds.length === 0) return planned.minor > 0n ? [noFund(c)] : [];
  if (planned.minor <= available.minor) return [];
  const commits = c.edition.document.planCommitment === "on-approval";
  return [
    planFinding(c, {
      rule: "plan.above-funds",
      severity: "warns",
      field: "plannedAmount",
      found: amountText(planned),
      allowed: amountText(available),
      at: "planCommitment",
      remedy: commits
        ? sentence(
            "Plan at most {amount}: approval sets the amount aside, and no more than the fund holds can be approved.",
            {
              amount: toWire(available),
            },
          )
        : sentence("The funds of the period hold {amount}. What is planned above that is paid only if it is earned.", {
            amount: toWire(available),
          }),
      reasonCode: "plan-budget-unclear",
    }),
  ];
};

function noFund(c: PlanCase): Finding {
  return planFinding(c, {
    rule: "plan.no-fund",
    severity: "warns",
    field: "period",
    found: "nothing",
    allowed: `a fund for ${c.subject.period.code} in ${c.subject.currency}`,
    at: "windows",
    remedy: sentence(
      "There is no fund in {currency} for {period} yet. What is planned is paid only from a fund that is earned.",
      {
        currency: c.subject.currency,
        period: c.subject.period.code,
      },
    ),
  });
}

/** An activity whose days lie in no usage period that has a fund has nothing to be paid from. */
export const judgeUsage: PlanRule = (c) => {
  const { funds } = c.facts;
  if (c.facts.decided || funds.length === 0) return [];
  return activitiesIn(c).flatMap(({ days, path, name }) => {
    if (!days || funds.some(({ usage }) => contains(usage, days.from) && contains(usage, days.to))) return [];
    return [
      planFinding(c, {
        rule: "activity.outside-usage",
        severity: "warns",
        field: `${path}.startDate`,
        found: `${days.from} to ${days.to}`,
        allowed: funds.map(({ usage }) => `${usage.from} to ${usage.to}`).join(", "),
        at: "windows",
        remedy: sentence(
          "“{name}” does not lie inside one period that has a fund: split it, or be sure that the fund will be earned.",
          {
            name,
          },
        ),
        reasonCode: "activity-outside-usage",
      }),
    ];
  });
};

/** The same activity twice is more often a slip than a plan. */
export const judgeAlike: PlanRule = (c) => {
  const seen = new Set<string>();
  return activitiesIn(c).flatMap(({ name, activityType, days, path }) => {
    const key = [name.toLowerCase(), activityType, days?.from, days?.to].join("\n");
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      planFinding(c, {
        rule: "activity.alike",
        severity: "warns",
        field: `${path}.name`,
        found: name,
        allowed: "each activity once",
        at: "planMode",
        remedy: sentence(
          "“{name}” stands in the plan twice with the same dates. Remove one, or tell them apart by name.",
          { name },
        ),
      }),
    ];
  });
};
