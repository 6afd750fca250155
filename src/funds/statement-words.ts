import { word } from "../kernel/index.ts";
import type { FundLine } from "../ledger/index.ts";

/** What a line of a statement says: the business event and, where it has two, which of its movements. */
export function wordsFor({ template, from, to }: Pick<FundLine, "template" | "from" | "to">): string {
  switch (template) {
    case "accrue":
      return word("Co-op earned");
    case "adjust":
      return to === "fund-available" ? word("Adjusted upwards") : word("Adjusted downwards");
    case "commit":
      return word("Set aside for an approved plan");
    case "uncommit":
      return word("Set aside for a plan and not used: returned to the fund");
    case "reserve":
      return from === "fund-available"
        ? word("Reserved for a claim")
        : word("Reserved for a claim from what is set aside for its plan");
    case "reserve-again":
      return wordsForAgain(from, to);
    case "release":
      return to === "fund-available"
        ? word("Reservation returned to the fund")
        : word("Reservation returned to what is set aside for the plan");
    case "approve":
      if (to === "claim-payable") return word("Claim approved");
      return to === "fund-available"
        ? word("Not approved: returned to the fund")
        : word("Not approved: returned to what is set aside for the plan");
    case "pay-plan":
      if (to === "plan-payable") return word("Paid under a plan, proof to follow");
      return to === "in-flight" ? word("Payment under a plan sent") : word("Payment under a plan made: not proven yet");
    case "prove":
      return word("Paid under a plan: proven");
    case "demand-back":
      return word("Paid under a plan and not proven in time: demanded back");
  }
}

function wordsForAgain(from: FundLine["from"], to: FundLine["to"]): string {
  if (to === "fund-available") return word("Reservation returned: claim submitted again");
  if (to === "plan-committed")
    return word("Reservation returned to what is set aside for the plan: claim submitted again");
  return from === "fund-available"
    ? word("Reserved for a claim submitted again")
    : word("Reserved for a claim submitted again from what is set aside for its plan");
}

/** What the source of a line is called. */
export const SOURCE_LABELS: Readonly<Record<FundLine["sourceType"], string>> = {
  claim: word("Claim"),
  earning: word("Accrual"),
  adjustment: word("Adjustment"),
  plan: word("Plan"),
  "plan-payment": word("Payment under a plan"),
};
