import type { Finding, Severity } from "../kernel/index.ts";
import type { JudgingEdition } from "../programs/index.ts";
import { judgeCompleteness } from "./rules/judge-completeness.ts";
import { judgeBegun, judgePlanDates } from "./rules/judge-plan-dates.ts";
import { judgeAlike, judgePlanMoney, judgeUsage } from "./rules/judge-plan-money.ts";
import { judgePlanEnrollment, judgeReviewer } from "./rules/judge-plan-standing.ts";
import { judgePlanTiming } from "./rules/judge-plan-timing.ts";
import { judgePlanCaps, judgePlanTypes } from "./rules/judge-plan-types.ts";
import { type PlanRule, planCase } from "./rules/plan-case.ts";
import type { PlanFacts, PlanSubject } from "./rules/plan-subject.ts";

export type { PlanFacts, PlanSubject } from "./rules/plan-subject.ts";

/** All rules of a plan (rulebook 3.3, 4.1, 5.6). Each looks alone; none changes an amount. */
const RULES: readonly PlanRule[] = [
  judgePlanTiming,
  judgePlanEnrollment,
  judgeReviewer,
  judgeCompleteness,
  judgePlanDates,
  judgePlanTypes,
  judgePlanMoney,
  judgeUsage,
  judgePlanCaps,
  judgeBegun,
  judgeAlike,
];

const WEIGHT: Readonly<Record<Severity, number>> = { blocks: 0, cuts: 1, warns: 2, informs: 3 };

/**
 * Judges a plan by its edition: the same call for the partner's live checklist, at submission and in review. Pure and total:
 * whatever is missing gives a finding, never an error. What blocks comes first, else in the order of the rules.
 */
export function judge(edition: JudgingEdition, subject: PlanSubject, facts: PlanFacts): readonly Finding[] {
  const c = planCase(edition, subject, facts);
  return RULES.flatMap((rule) => rule(c)).sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
