/** The claim that evidence belongs to. Whoever calls the store has locked it and asked its policy. */
export interface ClaimContext {
  readonly claimId: string;
  readonly partnerId: string;
  /** The one currency of the claim (rulebook 3.4). */
  readonly currency: string;
  /** Whether whoever changes the claim may read this file; without it only the partner counts. */
  readonly mayAttach?: (file: { readonly id: string; readonly uploadedBy: string }) => Promise<boolean>;
}
