import type { IsoDate } from "../kernel/index.ts";

/** Where an enrollment stands (rulebook 4.6). */
export const ENROLLMENT_STATUSES = [
  "invited",
  "ineligible",
  "inactive",
  "action_required",
  "validating",
  "enrolled",
  "discontinued",
] as const;

/** Where an enrollment stands (rulebook 4.6). */
export type EnrollmentStatus = (typeof ENROLLMENT_STATUSES)[number];

/** A location taking part in a program for one program year. */
export interface Enrollment {
  readonly id: string;
  readonly partnerId: string;
  readonly locationId: string;
  readonly programId: string;
  readonly editionId: string;
  readonly programYear: string;
  readonly status: EnrollmentStatus;
  /** Payout and tax data are complete, so that claims may be made (rulebook 3.4). */
  readonly payoutReady: boolean;
  /** When somebody of the partner agreed to take part; null while nobody has. */
  readonly acceptedAt: Date | null;
  /** First day from which earnings count (rulebook 5.7, T24). */
  readonly earningsStartOn: IsoDate | null;
  /** Last day of the program year. */
  readonly expiresOn: IsoDate;
  readonly version: number;
  /** What the partner is in this program: codes of the edition; null where none is known. */
  readonly partnerType: string | null;
  readonly partnerTier: string | null;
  /** Codes of the edition's `standing` that hold now, such as `overdue-bills`. */
  readonly standing: readonly string[];
  /** When the requirements were judged last; null when never. */
  readonly checkedAt: Date | null;
  /** Codes of the requirements that were not met then. */
  readonly unmet: readonly string[];
}
