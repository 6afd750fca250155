import type { Sentence } from "../kernel/index.ts";

/** How the invitation of one location ended. */
export type InviteOutcome = "invited" | "invited-without-admin" | "not-eligible" | "taking-part";

/** What came of inviting one location. */
export interface Invited {
  readonly locationId: string;
  readonly outcome: InviteOutcome;
  readonly enrollmentId: string | null;
  /** What it means and what to do, in words. */
  readonly message: Sentence;
  /** Names of requirements that are not met. */
  readonly unmet: readonly string[];
}
