import { type FieldError, invalid, uuidOf } from "../kernel/index.ts";
import { amountText, compare, type Money } from "../money/index.ts";
import { type AssessedLine, reasonsAbout } from "../programs/index.ts";
import type { ApproveClaimBody } from "./claim-contract.ts";
import type { Judgement } from "./judge-claim.ts";

/** What is approved of one line, and why less than claimed. */
export interface DecidedLine {
  readonly lineId: string;
  readonly eligible: Money;
  readonly approved: Money;
  readonly reasonCode: string | null;
}

type NamedLine = ApproveClaimBody["lines"][number];

/**
 * Puts the reviewer's lines together with what the rules say: a named line is approved as named, the others as the rules
 * leave them. A line below what was claimed always has a reason: the rule's, or the reviewer's.
 */
export function decideLines(judged: Judgement, named: readonly NamedLine[]): DecidedLine[] {
  const errors: FieldError[] = [];
  const byLine = new Map<string, { line: NamedLine; index: number }>();
  const known = new Set(judged.assessment.lines.map((line) => line.lineId));
  named.forEach((line, index) => {
    const id = uuidOf("invoiceLine", line.id) ?? uuidOf("certification", line.id);
    const field = `lines[${index}].id`;
    if (id === undefined || !known.has(id))
      errors.push({ field, code: "unknown-line", message: "This claim has no such line." });
    else if (byLine.has(id)) errors.push({ field, code: "named-twice", message: "This line is named twice." });
    else byLine.set(id, { line, index });
  });
  const decided = judged.assessment.lines.map((assessed) => {
    const found = byLine.get(assessed.lineId);
    return found ? decideLine(judged, assessed, found.line, `lines[${found.index}]`, errors) : asAssessed(assessed);
  });
  if (errors.length > 0) throw invalid("invalid-lines", errors[0]?.message ?? "Check the lines.", errors);
  return decided;
}

function asAssessed(line: AssessedLine): DecidedLine {
  return {
    lineId: line.lineId,
    eligible: line.eligible,
    approved: line.eligible,
    reasonCode: line.cuts[0]?.reasonCode ?? null,
  };
}

function decideLine(
  judged: Judgement,
  assessed: AssessedLine,
  line: NamedLine,
  field: string,
  errors: FieldError[],
): DecidedLine {
  const approved = line.approvedAmount;
  const fallback = asAssessed(assessed);
  if (approved.currency !== assessed.claimed.currency) {
    errors.push({
      field: `${field}.approvedAmount.currency`,
      code: "currency-mismatch",
      message: `This claim is in ${assessed.claimed.currency}.`,
    });
    return fallback;
  }
  if (compare(approved, assessed.eligible) > 0) {
    const most = `${amountText(assessed.eligible)} ${approved.currency}`;
    errors.push({
      field: `${field}.approvedAmount`,
      code: "above-eligible",
      message: `At most ${most} of this line can be approved.`,
    });
    return fallback;
  }
  const cutByReviewer = compare(approved, assessed.eligible) < 0;
  const reasonCode = line.reasonCode ?? (cutByReviewer ? null : fallback.reasonCode);
  if (cutByReviewer && reasonCode === null) {
    errors.push({
      field: `${field}.reasonCode`,
      code: "reason-required",
      message: "Give a reason for the cut: the partner will read it.",
    });
  }
  const cuts = reasonsAbout(judged.edition.document, "claim").filter(({ usedFor }) => usedFor.includes("cut"));
  if (line.reasonCode && !cuts.some(({ code }) => code === line.reasonCode)) {
    errors.push({
      field: `${field}.reasonCode`,
      code: "unknown-reason",
      message: `"${line.reasonCode}" is no reason for a cut in this program.`,
    });
  }
  const whole = compare(approved, assessed.claimed) === 0;
  return { lineId: assessed.lineId, eligible: assessed.eligible, approved, reasonCode: whole ? null : reasonCode };
}
