import type { z } from "zod";
import { commentsOn } from "../conversations/index.ts";
import { personNames } from "../identity/index.ts";
import { type Actor, idText, word } from "../kernel/index.ts";
import { moneyOf, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events, type HistoryEvent } from "../platform/events/index.ts";
import { reasonCodeOf } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { HistoryItem } from "./claim-contract.ts";
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
