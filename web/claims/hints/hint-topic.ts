/** What a newcomer may stumble over in the claim's form. */
export type HintTopic =
  | "period"
  | "date"
  | "amount"
  | "costs"
  | "certification"
  | "proof"
  | "note"
  | "results"
  | "pre-approval";
