import type { JudgingEdition } from "../edition.ts";
import type { AssessedLine, Assessment } from "./assessment.ts";
import { caseOf, type Rule } from "./case.ts";
import { checklistOf } from "./checklist.ts";
import { type CutRule, cutAll } from "./cut.ts";
import { cutIneligibleExpenses, cutUncertifiable } from "./cut-ineligible.ts";
import { cutMaxPersons, cutPerPerson, judgePersons } from "./cut-persons.ts";
import { cutPerEvent, cutPerPeriod, cutToAmountClaimed, cutToBalance, judgeCapRates } from "./cut-totals.ts";
import type { ClaimFacts } from "./facts.ts";
import { judgeActivityType } from "./judge-activity-type.ts";
import { judgeAmount } from "./judge-amount.ts";
import { judgeCertifications } from "./judge-certifications.ts";
import { judgeClaimWindow } from "./judge-claim-window.ts";
import { judgeCostProof } from "./judge-cost-proof.ts";
import { judgeCurrency } from "./judge-currency.ts";
import { judgeExecutionDate } from "./judge-dates.ts";
import { judgeEvidence } from "./judge-evidence.ts";
import { judgeFund } from "./judge-fund.ts";
import { judgeInvoiceSigns } from "./judge-invoice-signs.ts";
import { judgeInvoiceSums } from "./judge-invoice-sums.ts";
import { judgeMetrics } from "./judge-metrics.ts";
import { judgePreApproval } from "./judge-pre-approval.ts";
import { judgeStanding } from "./judge-standing.ts";
import type { ClaimSubject } from "./subject.ts";
import { leftOf, type WorkingLine } from "./working-line.ts";

/** Rules that look, in the order in which a person fills a claim in. */
const RULES: readonly Rule[] = [
  judgeStanding,
  judgeActivityType,
  judgeClaimWindow,
  judgeExecutionDate,
  judgePreApproval,
  judgeCurrency,
  judgeCostProof,
  judgeInvoiceSums,
  judgePersons,
  judgeCertifications,
  judgeInvoiceSigns,
  judgeEvidence,
  judgeMetrics,
  judgeFund,
  judgeCapRates,
];

/** Whether a line counts at all. */
const ELIGIBILITY: readonly CutRule[] = [cutIneligibleExpenses, cutUncertifiable];

/** How much of what counts is paid; the order is rulebook 6, T50. */
const CUTS: readonly CutRule[] = [
  cutPerPerson,
  cutMaxPersons,
  cutPerEvent,
  cutPerPeriod,
  cutToAmountClaimed,
  cutToBalance,
];

/**
 * Judges a claim by an edition. Pure, total and deterministic: the partner's checklist, the check at submission, the
 * reviewer's list and a dry run are this one call (ARCHITECTURE.md, idea 2). The edition is that of the first day of the
 * usage period; `facts` is what the asker knows. Never throws on an incomplete or contradictory claim: it says so.
 */
export function evaluate(edition: JudgingEdition, subject: ClaimSubject, facts: ClaimFacts): Assessment {
  const c = caseOf(edition, subject, facts);
  const eligible = cutAll(c, c.lines, ELIGIBILITY);
  const proofTotal = leftOf(eligible.lines);
  const kept = cutAll(c, eligible.lines, CUTS);
  return {
    findings: [
      ...RULES.flatMap((rule) => rule(c)),
      ...judgeAmount(c, proofTotal),
      ...eligible.findings,
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
