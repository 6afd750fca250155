import type { FundLine } from "../ledger/index.ts";

/** What a line of a statement says: the business event and, where it has two, which of its movements. */
export function wordsFor({ template, to }: Pick<FundLine, "template" | "to">): string {
  switch (template) {
    case "accrue":
      return "Co-op earned";
    case "adjust":
      return to === "fund-available" ? "Adjusted upwards" : "Adjusted downwards";
    case "commit":
      return "Set aside for an approved plan";
    case "uncommit":
      return "Set aside for a plan and not used: returned to the fund";
    case "reserve":
      return "Reserved for a claim";
    case "reserve-again":
      return to === "fund-available"
        ? "Reservation returned: claim submitted again"
        : "Reserved for a claim submitted again";
    case "release":
      return "Reservation returned to the fund";
    case "approve":
      return to === "claim-payable" ? "Claim approved" : "Not approved: returned to the fund";
    case "pay-plan":
      return "Paid under a plan, proof to follow";
    case "prove":
      return "Paid under a plan: proven";
    case "demand-back":
      return "Paid under a plan and not proven in time: demanded back";
  }
}

/** What the source of a line is called. */
export const SOURCE_LABELS: Readonly<Record<FundLine["sourceType"], string>> = {
  claim: "Claim",
  earning: "Accrual",
  adjustment: "Adjustment",
};
