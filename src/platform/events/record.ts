import type { Actor, Canonical } from "../../kernel/index.ts";
import { canonicalJson, newUuid, sha256 } from "../../kernel/index.ts";
import type { Tx } from "../database/index.ts";
import { enqueueing } from "../jobs/index.ts";

/** Something that happened, to be written in the transaction that made it happen. */
export interface NewEvent {
  readonly at: Date;
  /** `subject.verb-in-past`: `claim.submitted`. */
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The partner organisation it concerns; null for what concerns the vendor alone. */
  readonly partnerId: string | null;
  readonly actor: Actor;
  readonly fromStatus?: string | undefined;
  readonly toStatus?: string | undefined;
  readonly reasonCode?: string | undefined;
  /** Facts of the event. People stand in it as ids, never as names. */
  readonly payload: { readonly [key: string]: Canonical | undefined };
}

/** The queue that carries one job per event to those who react to events. */
export const EVENT_QUEUE = "event";

/**
 * Writes the event row (audit trail and outbox in one) and enqueues its job, both in the given transaction: they exist
 * exactly when the change does. The hash covers type, subject, actor, time and payload in canonical form.
 */
export async function record(tx: Tx, event: NewEvent): Promise<string> {
  const id = newUuid(event.at);
  const payload = canonicalJson({
    id,
    at: event.at.toISOString(),
    type: event.type,
    subject: { type: event.subjectType, id: event.subjectId },
    partner: event.partnerId,
    actor: { side: event.actor.side, person: event.actor.personId },
    from: event.fromStatus,
    to: event.toStatus,
    reason: event.reasonCode,
    facts: event.payload,
  });
  const bytes = Buffer.from(payload, "utf8");
  await tx
    .with("recorded", (of) =>
      of
        .insertInto("event")
        .values({
          id,
          occurred_at: event.at,
          type: event.type,
          subject_type: event.subjectType,
          subject_id: event.subjectId,
          partner_id: event.partnerId,
          actor_side: event.actor.side,
          actor_person_id: event.actor.personId,
          from_status: event.fromStatus ?? null,
          to_status: event.toStatus ?? null,
          reason_code: event.reasonCode ?? null,
          payload: bytes,
          payload_hash: Buffer.from(sha256(bytes), "hex"),
        })
        .returning("id"),
    )
    .selectFrom("recorded")
    .select(enqueueing(EVENT_QUEUE, { eventId: id, type: event.type }).as("job"))
    .execute();
  return id;
}
