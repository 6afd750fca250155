import type { z } from "zod";
import { personNames } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import { moneyOf, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events, type HistoryEvent } from "../platform/events/index.ts";
import { reasonCodeOf } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { HistoryItem } from "./claim-contract.ts";
import { editionOf } from "./judge-claim.ts";

/** What each event of a claim is called. An event without a name here would be a mistake: a test holds the list complete. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  "claim.created": "Created",
  "claim.edited": "Changed",
  "claim.invoice-added": "Invoice added",
  "claim.invoice-changed": "Invoice changed",
  "claim.invoice-removed": "Invoice removed",
  "claim.certification-added": "In-house cost added",
  "claim.certification-changed": "In-house cost changed",
  "claim.certification-removed": "In-house cost removed",
  "claim.document-added": "Proof added",
  "claim.document-changed": "Proof changed",
  "claim.document-removed": "Proof removed",
  "claim.metrics-changed": "Metrics changed",
  "claim.submitted": "Submitted",
  "claim.withdrawn": "Withdrawn",
  "claim.cancelled": "Cancelled",
  "claim.resumed": "Taken back to editing",
  "claim.opened": "Review opened",
  "claim.information-requested": "Information requested",
  "claim.approved": "Approved",
  "claim.rejected": "Rejected",
  "claim.expired": "Expired",
  "claim.commented": "Comment",
  "claim.noted": "Note for the own side",
};

/** The history of a claim, oldest first: who did what, when, from which status to which, and why. */
export async function claimHistory(tx: Tx, claim: Claim): Promise<z.input<typeof HistoryItem>[]> {
  const edition = await editionOf(tx, claim);
  const happened = await events.history(tx, "claim", claim.id);
  const names = await personNames(
    tx,
    happened.map((event) => event.actorPersonId),
  );
  const comments = await commentsOfDecisions(tx, claim.id);
  return happened.map((event) => ({
    id: idText("event", event.id),
    at: event.at.toISOString(),
    type: event.type,
    label: EVENT_LABELS[event.type] ?? event.type,
    actor: { name: names.get(event.actorPersonId) ?? "Fundproof", side: event.actorSide },
    from: event.fromStatus,
    to: event.toStatus,
    reasonCode: event.reasonCode,
    reason:
      event.reasonCode === null ? null : (reasonCodeOf(edition.document, event.reasonCode)?.label ?? event.reasonCode),
    comment: comments.get(event.at.getTime()) ?? null,
    amount: amountOf(event),
  }));
}

function amountOf(event: HistoryEvent) {
  const { amount, currency } = event.facts;
  return typeof amount === "string" && typeof currency === "string" ? toWire(moneyOf(amount, currency)) : null;
}

/** What was said with a decision, by the moment of the decision: event and decision are of one transaction and one clock. */
async function commentsOfDecisions(tx: Tx, claimId: string): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom("claim_decision")
    .select(["decided_at", "comment"])
    .where("claim_id", "=", claimId)
    .where("comment", "is not", null)
    .execute();
  return new Map(
    rows.flatMap((row) => (row.comment === null ? [] : [[row.decided_at.getTime(), row.comment] as const])),
  );
}
