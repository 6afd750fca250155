import type { Tx } from "../database/index.ts";

/** One line of a subject's history. */
export interface HistoryEvent {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actorSide: string;
  readonly actorPersonId: string;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly reasonCode: string | null;
  /** The `facts` of the payload, as they were recorded. */
  readonly facts: Record<string, unknown>;
}

/** Everything that happened to a subject, oldest first, as far as the actor of the transaction may see it. */
export async function history(tx: Tx, subjectType: string, subjectId: string): Promise<HistoryEvent[]> {
  const rows = await tx
    .selectFrom("event")
    .selectAll()
    .where("subject_type", "=", subjectType)
    .where("subject_id", "=", subjectId)
    // Several events of one moment (a command that records two, a replay) keep the order in which they were written.
    .orderBy("occurred_at")
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.occurred_at,
    type: row.type,
    actorSide: row.actor_side,
    actorPersonId: row.actor_person_id,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    reasonCode: row.reason_code,
    facts: factsOf(row.payload),
  }));
}

function factsOf(payload: Buffer): Record<string, unknown> {
  const parsed = JSON.parse(payload.toString("utf8")) as { facts?: Record<string, unknown> };
  return parsed.facts ?? {};
}
