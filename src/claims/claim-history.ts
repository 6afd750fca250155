import type { z } from "zod";
import { commentsOn } from "../conversations/index.ts";
import { personNames } from "../identity/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
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
export async function claimHistory(tx: Tx, actor: Actor, claim: Claim): Promise<z.input<typeof HistoryItem>[]> {
  const edition = await editionOf(tx, claim);
  const happened = (await events.history(tx, "claim", claim.id)).filter((event) => isForEyesOf(actor, event));
  const names = await personNames(
    tx,
    happened.map((event) => event.actorPersonId),
  );
  const words = await wordsSaid(tx, claim.id);
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
    comment: words.get(String(event.facts["decision"] ?? event.facts["comment"])) ?? null,
    amount: amountOf(event),
  }));
}

/** That one side took a note for itself is nothing the other side hears of. */
function isForEyesOf(actor: Actor, event: HistoryEvent): boolean {
  return event.type !== "claim.noted" || actor.side === "system" || event.actorSide === actor.side;
}

function amountOf(event: HistoryEvent) {
  const { amount, currency } = event.facts;
  return typeof amount === "string" && typeof currency === "string" ? toWire(moneyOf(amount, currency)) : null;
}

/** What was said in comments and with decisions, by the id that the event names. */
async function wordsSaid(tx: Tx, claimId: string): Promise<Map<string, string>> {
  const decisions = await tx
    .selectFrom("claim_decision")
    .select(["id", "comment"])
    .where("claim_id", "=", claimId)
    .execute();
  const comments = await commentsOn(tx, claimId);
  return new Map([
    ...decisions.flatMap(({ id, comment }) => (comment === null ? [] : [[id, comment] as const])),
    ...comments.map(({ id, text }) => [id, text] as const),
  ]);
}
