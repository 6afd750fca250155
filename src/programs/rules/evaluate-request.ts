import type { Finding } from "../../kernel/index.ts";
import type { JudgingEdition } from "../edition.ts";
import { type Case, caseOf, finding } from "./case.ts";
import { askAbout } from "./expressions/ask.ts";
import { commonFacts, type ExpressionFacts, worldFacts } from "./expressions/facts-of.ts";
import type { ClaimFacts } from "./facts.ts";
import { judgeActivityType } from "./judge-activity-type.ts";
import { conditionFaults } from "./judge-conditions.ts";
import { fieldFaults, nameFault } from "./judge-fields.ts";
import { judgeRequestAmount, judgeRequestCounts, judgeRequestMetrics } from "./judge-request-amounts.ts";
import { judgeRequestDates } from "./judge-request-dates.ts";
import { judgeEnrollment, judgeFlags } from "./judge-standing.ts";
import type { RequestCase, RequestFacts, RequestSubject } from "./request.ts";
import { judgeShareOf } from "./share.ts";

/**
 * Judges a request before the work: a pre-approval, or an activity of a plan (rulebook 6.6). Pure, total and deterministic
 * like `evaluate`; the edition is that of the first day of the work.
 */
export function evaluateRequest(
  edition: JudgingEdition,
  request: RequestSubject,
  facts: RequestFacts,
): readonly Finding[] {
  const c = caseOf(edition, claimOf(request), claimFactsOf(facts));
  const r: RequestCase = { c, request, facts };
  return [
    ...judgeEnrollment(c),
    ...judgeFlags(c),
    ...judgeActivityType(c),
    ...judgeRequestDates(r),
    ...judgeRequestAmount(r),
    ...judgeRequestMetrics(r),
    ...judgeRequestCounts(r),
    ...judgeShareOf(c, facts.fundType),
    ...[...nameFault(c.document, request.name), ...fieldFaults(c.document, request, "request")].map((said) =>
      finding(c, said),
    ),
    ...conditions(r),
  ];
}

function conditions({ c, request, facts }: RequestCase): Finding[] {
  const { document } = c;
  let known: ExpressionFacts | undefined;
  const factsFor = () => (known ??= factsOf({ c, request, facts }));
  return conditionFaults(document.conditions, "request", request.activityType, (text, result) =>
    askAbout(document, "request", factsFor(), text, result),
  ).map((said) => finding(c, said));
}

function factsOf({ c, request, facts }: RequestCase): ExpressionFacts {
  return {
    request: {
      ...commonFacts(c.document, request),
      usagePeriod: "",
      preApprovalId: "",
      amount: request.amount?.currency === request.currency ? request.amount.minor : 0n,
      hasAmount: request.amount?.currency === request.currency,
      requestedOn: facts.requestedOn ?? facts.today,
      startsOn: request.startsOn ?? "",
      endsOn: request.endsOn ?? "",
      isReturned: request.isReturned,
    },
    ...worldFacts(c.facts, request.currency),
    period: { usageFrom: "", usageTo: "", claimFrom: "", claimTo: "", proofDeadline: "" },
  };
}

/** The claim that would follow, as far as it is known: it lets the rules of claims judge what both have in common. */
function claimOf(request: RequestSubject): Case["subject"] {
  const { activityType, currency, amount, startsOn, metrics, fields, sponsors, sharePercent, event, name } = request;
  return {
    activityType,
    usagePeriod: "",
    executionDate: startsOn,
    currency,
    amountClaimed: amount,
    preApprovalId: null,
    planActivity: null,
    invoices: [],
    certifications: [],
    documents: [],
    metrics,
    ...(fields === undefined ? {} : { fields }),
    ...(sponsors === undefined ? {} : { sponsors }),
    ...(sharePercent === undefined ? {} : { sharePercent }),
    ...(event === undefined ? {} : { event }),
    ...(name === undefined ? {} : { name }),
  };
}

function claimFactsOf(facts: RequestFacts): ClaimFacts {
  const { today, partner, standing, firstClaim, holidays, rates, enrolled } = facts;
  return {
    today,
    stage: "draft",
    submittedOn: null,
    fund: null,
    reservedByThisClaim: null,
    approvedBefore: [],
    duplicates: [],
    enrolled,
    payoutReady: true,
    partnerNames: [],
    rates,
    ...(partner === undefined ? {} : { partner }),
    ...(standing === undefined ? {} : { standing }),
    ...(firstClaim === undefined ? {} : { firstClaim }),
    ...(holidays === undefined ? {} : { holidays }),
  };
}
