import { word } from "../kernel/index.ts";
import type { FundLine } from "../ledger/index.ts";

/** What a line of a statement says: the business event and, where it has two, which of its movements. */
export function wordsFor({ template, to }: Pick<FundLine, "template" | "to">): string {
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
      return word("Reserved for a claim");
    case "reserve-again":
      return to === "fund-available"
        ? word("Reservation returned: claim submitted again")
        : word("Reserved for a claim submitted again");
    case "release":
      return word("Reservation returned to the fund");
    case "approve":
      return to === "claim-payable" ? word("Claim approved") : word("Not approved: returned to the fund");
    case "pay-plan":
      return word("Paid under a plan, proof to follow");
    case "prove":
      return word("Paid under a plan: proven");
    case "demand-back":
      return word("Paid under a plan and not proven in time: demanded back");
  }
}

/** What the source of a line is called. */
export const SOURCE_LABELS: Readonly<Record<FundLine["sourceType"], string>> = {
  claim: word("Claim"),
  earning: word("Accrual"),
  adjustment: word("Adjustment"),
};
