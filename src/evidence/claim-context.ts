/** The claim that evidence belongs to. Whoever calls the store has locked it and asked its policy. */
export interface ClaimContext {
  readonly claimId: string;
  readonly partnerId: string;
  /** The one currency of the claim (rulebook 3.4). */
  readonly currency: string;
}
