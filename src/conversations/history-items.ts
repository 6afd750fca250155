import { personNames } from "../identity/index.ts";
import { type Actor, idText } from "../kernel/index.ts";
import { moneyOf, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events, type HistoryEvent } from "../platform/events/index.ts";
import { commentsOn } from "./comments.ts";
import type { HistoryItem } from "./conversation-contract.ts";

/** Whose history, and the words for it that only the subject's own slice knows. */
export interface HistoryOf {
  readonly subjectType: string;
  readonly subjectId: string;
  /** What each type of event is called. */
  readonly labels: Readonly<Record<string, string>>;
  /** A reason code in words. */
  readonly reason: (code: string) => string;
  /** What was said with decisions, by the decision that an event names. */
  readonly decisions: readonly { readonly id: string; readonly comment: string | null }[];
}

/**
 * The history of a subject, oldest first: who did what, when, from which status to which, and why. That one side took a
 * note for itself (`<subject>.noted`) is nothing the other side hears of.
 */
export async function historyItems(tx: Tx, actor: Actor, of: HistoryOf): Promise<HistoryItem[]> {
  const { subjectType, subjectId, labels, reason } = of;
  const happened = (await events.history(tx, subjectType, subjectId)).filter(
    ({ type, actorSide }) => type !== `${subjectType}.noted` || actor.side === "system" || actorSide === actor.side,
  );
  const names = await personNames(
    tx,
    happened.map((event) => event.actorPersonId),
  );
  const words = await wordsSaid(tx, of);
  return happened.map((event) => ({
    id: idText("event", event.id),
    at: event.at.toISOString(),
    type: event.type,
    label: labels[event.type] ?? event.type,
    actor: { name: names.get(event.actorPersonId) ?? "Fundproof", side: event.actorSide },
    from: event.fromStatus,
    to: event.toStatus,
    reasonCode: event.reasonCode,
    reason: event.reasonCode === null ? null : reason(event.reasonCode),
    comment: words.get(String(event.facts["decision"] ?? event.facts["comment"])) ?? null,
    about: typeof event.facts["about"] === "string" ? event.facts["about"] : null,
    amount: amountOf(event),
  }));
}

function amountOf(event: HistoryEvent) {
  const { amount, currency } = event.facts;
  return typeof amount === "string" && typeof currency === "string" ? toWire(moneyOf(amount, currency)) : null;
}

/** What was said in comments and with decisions, by the id that the event names. */
async function wordsSaid(tx: Tx, { subjectId, decisions }: HistoryOf): Promise<Map<string, string>> {
  const comments = await commentsOn(tx, subjectId);
  return new Map([
    ...decisions.flatMap(({ id, comment }) => (comment === null ? [] : [[id, comment] as const])),
    ...comments.map(({ id, text }) => [id, text] as const),
  ]);
}
