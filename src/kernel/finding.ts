import type { MoneyOnWire } from "../money/index.ts";
import type { Words } from "./sentence.ts";

/**
 * How much a finding weighs: `blocks` stops the submission, `cuts` lowers what will be paid, `warns` deserves a look,
 * `informs` explains.
 */
export type Severity = "blocks" | "cuts" | "warns" | "informs";

/** What a rule found. The same shape for the partner's checklist, the reviewer's list and a dry run (docs/api.md). */
export interface Finding {
  /** Stable code of the rule, dotted: `evidence.missing`, `cap.percent-of-earned`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the field it is about: `invoices[0].lines[1]`, `executionDate`, `documents.ad-screenshot`. */
  readonly field: string;
  /** What was found, as text: an amount without currency, a date, a code. */
  readonly found: string;
  /** What is allowed, as text. */
  readonly allowed: string;
  /** What it costs the partner, negative; only where the rule changes money. */
  readonly effect?: MoneyOnWire;
  /** Where in the edition the rule stands: `edition coop/FY27 v2, activityTypes[3].caps[0]`. */
  readonly source: string;
  /** One sentence on what would change the answer. */
  readonly remedy: string;
  /** The remedy in a form that can be said in every language; absent in what was judged before there was one. */
  readonly words?: Words;
  /** Reason code of the edition that a reviewer would give for it, if any. */
  readonly reasonCode?: string;
}

/** True when nothing among the findings stops a submission. */
export function nothingBlocks(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== "blocks");
}
