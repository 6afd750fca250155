import type { DateRange, IsoDate } from "../../kernel/index.ts";
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
  /** The plan's activity that the claim proves; null or absent without one (what was judged before there were plans has none). */
  readonly planActivity?: PlanActivityFacts | null;
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
  /** What other claims were approved in the same program year and another usage period, for caps over the year. */
  readonly approvedInYear?: readonly ApprovedBefore[];
  /** The partner as far as rules name it: codes of the edition. */
  readonly partner?: PartnerFacts;
  /** Codes of the edition's `standing` that hold for the partner now, such as `overdue-bills`. */
  readonly standing?: readonly string[];
  /** True while the location never submitted a claim in this program. */
  readonly firstClaim?: boolean;
  /** The consent that the claim names; null when there is none of that id. Unknown when left out. */
  readonly preApproval?: PreApprovalFacts | null;
  /** More time that was granted for this claim: its last day. */
  readonly extendedTo?: IsoDate | null;
  /** Day on which the claim was rejected, while it is rejected. */
  readonly rejectedOn?: IsoDate | null;
  /** How often a rejected claim was submitted again already. */
  readonly resubmissions?: number;
  /** How many claims count against each of the edition's limits of number, this one left out; by the limit's code. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Public holidays of the location's market around the claim, where a rule counts business days. */
  readonly holidays?: { readonly days: readonly IsoDate[]; readonly warning?: string };
  /** Rates of the execution month, to compare a cap with a claim of another currency (T49). */
  readonly rates: readonly { readonly from: string; readonly to: string; readonly rate: string }[];
}

/** A partner as far as the rules need it. */
export interface PartnerFacts {
  readonly type?: string;
  readonly tier?: string;
  readonly market?: string;
}

/** A consent of the vendor as far as the rules need it. */
export interface PreApprovalFacts {
  readonly state: "requested" | "approved" | "rejected" | "expired" | "used";
  readonly activityType: string;
  readonly approvedOn: IsoDate | null;
  /** Last day on which the work may be done under it; null for no end. */
  readonly validTo: IsoDate | null;
  /** Most that was agreed; null for no limit of its own. */
  readonly amount: Money | null;
  /** Share that was agreed, as decimal text; null for none. */
  readonly sharePercent: string | null;
}

/** A fund as far as the rules need it. */
export interface FundFacts {
  readonly currency: string;
  /** What is left: after reservations of other claims. */
  readonly available: Money;
  /** Earned for the period, after threshold and roll-over: the base of percentage caps (T49). */
  readonly earned: Money;
  /** Accrued in the period, before threshold and roll-over; the same as earned when left out. */
  readonly accrued?: Money;
  /** Code of the fund's type; unknown when left out. */
  readonly type?: string;
  /** False when the earning period closed below its threshold. */
  readonly qualified: boolean;
  /** The threshold and where it stands (the edition of the earning period); null for none. */
  readonly threshold: { readonly amount: Money; readonly source: string } | null;
}

/** An activity of a plan as far as the rules need it. What is left counts all claims but this one. */
export interface PlanActivityFacts {
  /** Status of the plan; claims are made while it is `approved`. */
  readonly planStatus: string;
  /** True when the plan is paid ahead: the claim reserves nothing and may be handed in until the proof deadline. */
  readonly proofAfterPayment: boolean;
  readonly activityType: string;
  /** Days for which the work was planned. */
  readonly days: DateRange;
  readonly budgetLeft: Money | null;
  readonly planLimitLeft: Money | null;
  /** Set aside for the plan and not drawn by a claim; null where nothing is set aside. */
  readonly committedLeft: Money | null;
}

/** An amount that was approved earlier in the same usage period. */
export interface ApprovedBefore {
  readonly activityType: string;
  readonly expenseType: string | null;
  /** The event it was for, by the same key as the claim's; none when left out. */
  readonly event?: string;
  readonly amount: Money;
}

/** A sign that something was claimed before: never the other claim itself, only a code. */
export interface DuplicateSignal {
  /** Id of the invoice or document of this claim. */
  readonly id: string;
  readonly code:
    | "same-supplier-and-number"
    | "same-file"
    | "same-supplier-date-and-total"
    /** Id of the claim itself: another claim has the same event, purpose and time. */
    | "same-event";
}
