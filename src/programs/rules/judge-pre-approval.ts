import { sentence } from "../../kernel/index.ts";
import { moneyOf } from "../../money/index.ts";
import { type Case, finding, isBlank, minorIn, type Rule } from "./case.ts";

/** True when the type, or the amount claimed, needs the vendor's consent beforehand (rulebook 6.6). */
export function needsPreApproval(c: Case): boolean {
  if (!c.type) return false;
  if (c.type.requiresPreApproval) return true;
  const above = c.type.preApprovalAbove;
  const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
  if (!above || claimed === undefined || above.currency !== c.subject.currency) return false;
  return claimed > moneyOf(above.amount, above.currency).minor;
}

/** Where consent is needed, the claim carries the id the vendor gave. */
export const judgePreApproval: Rule = (c) => {
  if (!needsPreApproval(c) || !isBlank(c.subject.preApprovalId)) return [];
  return [
    finding(c, {
      rule: "pre-approval.missing",
      severity: "blocks",
      field: "preApprovalId",
      found: "nothing",
      allowed: "the id of the vendor's approval",
      at: `${c.typePath}.requiresPreApproval`,
      remedy: sentence("Enter the id that the vendor sent when it approved the material before the work began."),
      reasonCode: "preapproval-missing",
    }),
  ];
};
