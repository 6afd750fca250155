import { type HistoryItem, historyItems } from "../conversations/index.ts";
import { type Actor, word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { reasonCodeOf } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import { editionOf } from "./judge-claim.ts";

/** What each event of a claim is called. An event without a name here would be a mistake: a test holds the list complete. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  "claim.created": word("Created"),
  "claim.edited": word("Changed"),
  "claim.invoice-added": word("Invoice added"),
  "claim.invoice-changed": word("Invoice changed"),
  "claim.invoice-removed": word("Invoice removed"),
  "claim.certification-added": word("In-house cost added"),
  "claim.certification-changed": word("In-house cost changed"),
  "claim.certification-removed": word("In-house cost removed"),
  "claim.document-added": word("Proof added"),
  "claim.document-changed": word("Proof changed"),
  "claim.document-removed": word("Proof removed"),
  "claim.metrics-changed": word("Metrics changed"),
  "claim.submitted": word("Submitted"),
  "claim.withdrawn": word("Withdrawn"),
  "claim.cancelled": word("Cancelled"),
  "claim.resumed": word("Taken back to editing"),
  "claim.opened": word("Review opened"),
  "claim.information-requested": word("Information requested"),
  "claim.approved": word("Approved"),
  "claim.rejected": word("Rejected"),
  "claim.expired": word("Expired"),
  "claim.commented": word("Comment"),
  "claim.noted": word("Note for the own side"),
};

/** The history of a claim, oldest first: who did what, when, from which status to which, and why. */
export async function claimHistory(tx: Tx, actor: Actor, claim: Claim): Promise<HistoryItem[]> {
  const { document } = await editionOf(tx, claim);
  const decisions = await tx
    .selectFrom("claim_decision")
    .select(["id", "comment"])
    .where("claim_id", "=", claim.id)
    .execute();
  return historyItems(tx, actor, {
    subjectType: "claim",
    subjectId: claim.id,
    labels: EVENT_LABELS,
    reason: (code) => reasonCodeOf(document, code)?.label ?? code,
    decisions,
  });
}
