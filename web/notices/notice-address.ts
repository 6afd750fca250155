import type { Notice, Side } from "../api/types.ts";

/** Types of events after which a reviewer goes to the review and not to the page of the claim or plan. */
const TO_REVIEW = new Set(["claim.submitted", "plan.submitted", "plan.reviewer-assigned"]);

/** The page of what a notification is about. */
export function addressOf({ type, subject }: Pick<Notice, "type" | "subject">, side: Side): string {
  if (side === "vendor" && TO_REVIEW.has(type)) return `/reviews/${subject.id.replace(/^\w+_/, "rev_")}`;
  return `/${subject.type}s/${subject.id}`;
}
