import type { JudgingEdition } from "../edition.ts";
import type { AssessedLine, Assessment } from "./assessment.ts";
import { type Case, caseOf, type Rule } from "./case.ts";
import { checklistOf } from "./checklist.ts";
import { type CutRule, cutAll } from "./cut.ts";
import { cutIneligibleExpenses, cutUncertifiable } from "./cut-ineligible.ts";
import { cutMaxPersons, cutPerPerson, judgePersons } from "./cut-persons.ts";
import { cutPerEvent, cutPerPeriod, cutToAmountClaimed, cutToBalance, cutToPreApproval } from "./cut-totals.ts";
import type { ClaimFacts } from "./facts.ts";
import { judgeActivityType } from "./judge-activity-type.ts";
import { judgeAmount } from "./judge-amount.ts";
import { judgeCapLimits } from "./judge-cap-limits.ts";
import { judgeCertifications } from "./judge-certifications.ts";
import { judgeClaimDeadline } from "./judge-claim-deadline.ts";
import { judgeClaimWindow } from "./judge-claim-window.ts";
import { judgeConditions } from "./judge-conditions.ts";
import { judgeCostProof } from "./judge-cost-proof.ts";
import { judgeCurrency } from "./judge-currency.ts";
import { judgeExecutionDate } from "./judge-dates.ts";
import { judgeEvidence } from "./judge-evidence.ts";
import { cutExcluded, judgeExcluded } from "./judge-excluded.ts";
import { judgeFields } from "./judge-fields.ts";
import { judgeFiles } from "./judge-files.ts";
import { judgeFund } from "./judge-fund.ts";
import { judgeInvoiceSigns } from "./judge-invoice-signs.ts";
import { judgeInvoiceSums } from "./judge-invoice-sums.ts";
import { judgeLimits } from "./judge-limits.ts";
import { judgeMetricBounds } from "./judge-metric-bounds.ts";
import { judgeMetrics } from "./judge-metrics.ts";
import { judgePlanActivity } from "./judge-plan-activity.ts";
import { judgePreApproval } from "./judge-pre-approval.ts";
import { judgeStanding } from "./judge-standing.ts";
import { judgeStatements } from "./judge-statements.ts";
import { cutToShare, judgeShare } from "./share.ts";
import type { ClaimSubject } from "./subject.ts";
import { leftOf, type WorkingLine } from "./working-line.ts";

/** Rules that look, in the order in which a person fills a claim in. */
const RULES: readonly Rule[] = [
  judgeStanding,
  judgeActivityType,
  judgeClaimWindow,
  judgeExecutionDate,
  judgeClaimDeadline,
  judgePlanActivity,
  judgePreApproval,
  judgeFields,
  judgeShare,
  judgeCurrency,
  judgeLimits,
  judgeCostProof,
  judgeInvoiceSums,
  judgeStatements,
  judgePersons,
  judgeCertifications,
  judgeInvoiceSigns,
  judgeExcluded,
  judgeEvidence,
  judgeFiles,
  judgeMetrics,
  judgeMetricBounds,
  judgeFund,
  judgeCapLimits,
  judgeConditions,
];

/** Whether a line counts at all. */
const ELIGIBILITY: readonly CutRule[] = [cutIneligibleExpenses, cutUncertifiable, cutExcluded];

/** How much of what counts the vendor bears. */
const SHARE: readonly CutRule[] = [cutToShare];

/** How much of what counts is paid; the order is rulebook 6, T50. */
const CUTS: readonly CutRule[] = [
  cutPerPerson,
  cutMaxPersons,
  cutPerEvent,
  cutPerPeriod,
  cutToPreApproval,
  cutToAmountClaimed,
  cutToBalance,
];

/**
 * Judges a claim by an edition. Pure, total and deterministic: the partner's checklist, the check at submission, the
 * reviewer's list and a dry run are this one call (ARCHITECTURE.md, idea 2). The edition is that of the first day of the
 * usage period; `facts` is what the asker knows. Never throws on an incomplete or contradictory claim: it says so.
 */
export function evaluate(edition: JudgingEdition, subject: ClaimSubject, facts: ClaimFacts): Assessment {
  const handedIn = caseOf(edition, subject, facts);
  const eligible = cutAll(handedIn, handedIn.lines, ELIGIBILITY);
  const shared = cutAll(handedIn, eligible.lines, SHARE);
  const proofTotal = leftOf(shared.lines);
  const c: Case = { ...handedIn, eligibleCost: leftOf(eligible.lines), proofTotal };
  const kept = cutAll(c, shared.lines, CUTS);
  return {
    findings: [
      ...RULES.flatMap((rule) => rule(c)),
      ...judgeAmount(c, proofTotal),
      ...eligible.findings,
      ...shared.findings,
      ...kept.findings,
    ],
    lines: kept.lines.map((line) => assessed(line, subject.currency)),
    proofTotal: { minor: proofTotal, currency: subject.currency },
    eligibleTotal: { minor: leftOf(kept.lines), currency: subject.currency },
    checklist: checklistOf(c),
  };
}

function assessed(line: WorkingLine, currency: string): AssessedLine {
  return {
    lineId: line.id,
    kind: line.kind,
    field: line.field,
    expenseType: line.expenseType,
    claimed: { minor: line.claimed, currency },
    eligible: { minor: line.left, currency },
    cuts: line.cuts.map(({ rule, minor, reasonCode }) => ({ rule, amount: { minor, currency }, reasonCode })),
  };
}
