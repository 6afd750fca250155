import { DomainError } from "../../kernel/index.ts";
import type { Tx } from "../database/index.ts";

/** The UUID of what an event is about. A job without its event cannot be, so that is refused: `event-missing`. */
export async function subjectOf(tx: Tx, eventId: string): Promise<string> {
  const row = await tx.selectFrom("event").select("subject_id").where("id", "=", eventId).executeTakeFirst();
  if (row) return row.subject_id;
  throw new DomainError({ code: "event-missing", kind: "not-found", message: `There is no event ${eventId}.` });
}
