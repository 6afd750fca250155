/** Somebody to be told. */
export interface Recipient {
  readonly personId: string;
  /** Null for people of the vendor. */
  readonly partnerId: string | null;
}
