import type { IsoDate } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";

/** What the rules need to know about the world around a claim. Whoever asks collects it; the engine looks nothing up. */
export interface ClaimFacts {
  /** The date it is in the program's zone. */
  readonly today: IsoDate;
  /**
   * `draft`: never submitted, so today must lie in the claim window. `returned`: sent back to the partner, so the proof
   * deadline counts. `review`: submitted, so only the day of submission counts.
   */
  readonly stage: "draft" | "returned" | "review";
  /** Day of the first submission in the program's zone; null while there was none. */
  readonly submittedOn: IsoDate | null;
  /** The fund the claim draws on; null when there is none. */
  readonly fund: FundFacts | null;
  /** What this claim itself holds reserved; counts as available to it. */
  readonly reservedByThisClaim: Money | null;
  /** What other claims of the location in this program and usage period were approved, for caps over the period. */
  readonly approvedBefore: readonly ApprovedBefore[];
  /** Invoices and files that were seen before, as codes only. */
  readonly duplicates: readonly DuplicateSignal[];
  readonly enrolled: boolean;
  readonly payoutReady: boolean;
  /** Names that `billedTo` may bear; empty when unknown, and then nothing is said about it. */
  readonly partnerNames: readonly string[];
  /** Rates of the execution month, to compare a cap with a claim of another currency (T49). */
  readonly rates: readonly { readonly from: string; readonly to: string; readonly rate: string }[];
}

/** A fund as far as the rules need it. */
export interface FundFacts {
  readonly currency: string;
  /** What is left: after reservations of other claims. */
  readonly available: Money;
  /** Earned for the period, after threshold and roll-over: the base of percentage caps (T49). */
  readonly earned: Money;
  /** False when the earning period closed below its threshold. */
  readonly qualified: boolean;
  /** The threshold and where it stands (the edition of the earning period); null for none. */
  readonly threshold: { readonly amount: Money; readonly source: string } | null;
}

/** An amount that was approved earlier in the same usage period. */
export interface ApprovedBefore {
  readonly activityType: string;
  readonly expenseType: string | null;
  readonly amount: Money;
}

/** A sign that something was claimed before: never the other claim itself, only a code. */
export interface DuplicateSignal {
  /** Id of the invoice or document of this claim. */
  readonly id: string;
  readonly code: "same-supplier-and-number" | "same-file" | "same-supplier-date-and-total";
}
