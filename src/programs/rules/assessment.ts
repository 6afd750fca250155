import type { Finding } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";

/** The answer of the rules about one claim. */
export interface Assessment {
  /** In the fixed order of the rules. */
  readonly findings: readonly Finding[];
  /** Every invoice line and certification, in the order of the claim. */
  readonly lines: readonly AssessedLine[];
  /** Sum of lines of eligible types, before caps: the most that may be claimed. */
  readonly proofTotal: Money;
  /** Sum of what remains of the lines after all cuts: the most that can be approved. */
  readonly eligibleTotal: Money;
  /** What is asked, with what is there. */
  readonly checklist: readonly ChecklistItem[];
}

/** One line of cost with what the rules leave of it. */
export interface AssessedLine {
  /** Id of the invoice line, or of the certification. */
  readonly lineId: string;
  readonly kind: "invoice-line" | "certification";
  /** `invoices[0].lines[1]` or `certifications[0]`. */
  readonly field: string;
  readonly expenseType: string | null;
  readonly claimed: Money;
  readonly eligible: Money;
  readonly cuts: readonly LineCut[];
}

/** How much a rule took from a line. `amount` is positive. */
export interface LineCut {
  readonly rule: string;
  readonly amount: Money;
  readonly reasonCode: string;
}

/** One thing that is asked of a claim. */
export interface ChecklistItem {
  readonly kind: "cost-proof" | "evidence" | "metric" | "pre-approval" | "core-requirement";
  readonly code: string;
  readonly label: string;
  /** `judged` items are for the reviewer and never block. */
  readonly state: "present" | "missing" | "not-needed" | "judged";
  readonly required: boolean;
  readonly field: string;
  /** Codes under which a document fills the slot. */
  readonly accepts: readonly string[];
  readonly allowsLink: boolean;
}
