import { type Finding, type Sentence, sentence } from "../../kernel/index.ts";
import { moneyOf } from "../../money/index.ts";
import { type Case, dayOf, finding, isBlank, minorIn, type Rule } from "./case.ts";
import { holdsFor } from "./expressions/ask.ts";
import type { PreApprovalFacts } from "./facts.ts";

/** True when the program, the type, or the amount claimed, needs the vendor's consent beforehand (rulebook 6.6). */
export function needsPreApproval(c: Case): boolean {
  return whereNeeded(c) !== undefined;
}

/** Where consent is needed, the claim carries the id the vendor gave, and the consent is for this work. */
export const judgePreApproval: Rule = (c) => {
  const at = whereNeeded(c);
  if (isBlank(c.subject.preApprovalId)) return at === undefined ? [] : [missing(c, at)];
  const { preApproval } = c.facts;
  if (preApproval === undefined) return [];
  const where = at ?? `${c.typePath}.requiresPreApproval`;
  if (preApproval === null)
    return [
      other(
        c,
        where,
        "unknown",
        "an id that nobody gave",
        "an id that the vendor gave",
        sentence("Enter the id as it stands in the vendor's approval."),
      ),
    ];
  return mismatches(c, preApproval, where);
};

/** Path of the rule that asks for consent; undefined when none does. */
function whereNeeded(c: Case): string | undefined {
  const { type } = c;
  if (!type) return undefined;
  if (type.requiresPreApproval) return `${c.typePath}.requiresPreApproval`;
  if (c.document.requests?.needed === "always") return "requests.needed";
  if (isAbove(c)) return `${c.typePath}.requiresPreApproval`;
  const when = type.preApprovalNeededWhen;
  return when !== undefined && holdsFor(c, when) === true ? `${c.typePath}.preApprovalNeededWhen` : undefined;
}

function isAbove(c: Case): boolean {
  const above = c.type?.preApprovalAbove;
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  if (!above || claimed === undefined || above.currency !== c.subject.currency) return false;
  return claimed > moneyOf(above.amount, above.currency).minor;
}

function missing(c: Case, at: string): Finding {
  return finding(c, {
    rule: "pre-approval.missing",
    severity: "blocks",
    field: "preApprovalId",
    found: "nothing",
    allowed: "the id of the vendor's approval",
    at,
    remedy: sentence("Enter the id that the vendor sent when it approved the material before the work began."),
    reasonCode: "preapproval-missing",
  });
}

function mismatches(c: Case, given: PreApprovalFacts, at: string): Finding[] {
  const done = dayOf(c.subject.executionDate);
  return [
    ...(given.state === "approved" || given.state === "used"
      ? []
      : [
          other(
            c,
            at,
            "not-approved",
            given.state,
            "approved",
            sentence("Wait for the vendor's approval, or ask for one."),
          ),
        ]),
    ...(given.activityType === c.subject.activityType
      ? []
      : [
          other(
            c,
            at,
            "mismatch",
            given.activityType,
            c.subject.activityType,
            sentence("Use the approval that was given for this activity."),
          ),
        ]),
    ...(done !== undefined && given.approvedOn !== null && done < given.approvedOn
      ? [
          other(
            c,
            at,
            "too-late",
            `work on ${done}`,
            `from ${given.approvedOn} on`,
            sentence("The vendor agrees before the work begins; work done earlier is not paid."),
          ),
        ]
      : []),
    ...(done !== undefined && given.validTo !== null && done > given.validTo
      ? [
          other(
            c,
            at,
            "expired",
            `work on ${done}`,
            `up to ${given.validTo}`,
            sentence("The approval had ended by then; ask for a new one before the work."),
            "preapproval-expired",
          ),
        ]
      : []),
  ];
}

function other(
  c: Case,
  at: string,
  name: string,
  found: string,
  allowed: string,
  remedy: Sentence,
  reasonCode = "preapproval-mismatch",
): Finding {
  return finding(c, {
    rule: `pre-approval.${name}`,
    severity: "blocks",
    field: "preApprovalId",
    found,
    allowed,
    at,
    remedy,
    reasonCode,
  });
}
