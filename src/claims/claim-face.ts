import { type Actor, faceFor } from "../kernel/index.ts";
import { CLAIM_LIFECYCLE, type ClaimStatus } from "./claim-transitions.ts";

/**
 * How a claim's status is called and looks for the side that asks: for slices that read claims from their table, whose check
 * makes the narrowing sound.
 */
export const claimFace = (actor: Actor, status: string) =>
  faceFor(actor, CLAIM_LIFECYCLE.statuses[status as ClaimStatus]);
