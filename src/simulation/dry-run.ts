import type { IsoDate } from "../kernel/index.ts";

/** Where a dry run stands. */
export const DRY_RUN_STATUSES = ["queued", "running", "done", "cancelled", "failed"] as const;

/** Where a dry run stands. */
export type DryRunStatus = (typeof DRY_RUN_STATUSES)[number];

/** A version of an edition tried on the claims whose work was done in a span of days. */
export interface DryRun {
  readonly id: string;
  readonly programId: string;
  readonly editionId: string;
  /** Revision of the edition when the run was asked for. */
  readonly revision: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly status: DryRunStatus;
  /** Claims of the span; null until they were counted. */
  readonly total: number | null;
  readonly judged: number;
  readonly totals: Totals;
  /** The last claim that was judged. */
  readonly reached: string | null;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Sums of the claims judged so far, by currency; amounts in minor units. Currencies are never added up. */
export type Totals = Readonly<Record<string, CurrencyTotal>>;

/** Sums in one currency. */
export interface CurrencyTotal {
  readonly claims: number;
  readonly before: bigint;
  readonly after: bigint;
}

/** What two rule books make of one claim; amounts in minor units of its currency. */
export interface Comparison {
  readonly before: Verdict;
  readonly after: Verdict;
  /** By rule, what it takes (below nothing) or gives; together `after.amount - before.amount`. */
  readonly reasons: Readonly<Record<string, bigint>>;
}

/** What a rule book makes of a claim. */
export interface Verdict {
  /** What would be paid; nothing where it is refused. */
  readonly amount: bigint;
  readonly refused: boolean;
}

/** A claim that the rules tried would have judged otherwise. */
export interface ChangedClaim extends Comparison {
  readonly claimId: string;
  readonly partnerId: string;
  readonly activityType: string;
  readonly currency: string;
}

/** A run is under way while its job has not ended it. */
export function isUnderWay({ status }: Pick<DryRun, "status">): boolean {
  return status === "queued" || status === "running";
}

/** True when the verdicts differ: in money, or in whether the claim is refused. */
export function differs({ before, after }: Comparison): boolean {
  return before.amount !== after.amount || before.refused !== after.refused;
}
