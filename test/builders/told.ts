import { personNames } from "../../src/identity/index.ts";
import { SYSTEM_ACTOR, uuidOf } from "../../src/kernel/index.ts";
import { announceEvent } from "../../src/notifications/announce-event.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { WORLD_NOW } from "./world.ts";

/** Does what the worker does with the events of a plan. Who was told of what, in names. */
export const toldOfPlan = (db: Db, planId: string): Promise<Told[]> => toldOf(db, uuidOf("plan", planId) ?? "");

/** One event with its title and the people who were told. */
type Told = [type: string, title: string, people: string[]];

/** Does what the worker does with the events of a subject, by its UUID. Who was told of what, in names. */
export async function toldOf(db: Db, subject: string): Promise<Told[]> {
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const events = await tx
      .selectFrom("event")
      .select(["id", "type"])
      .where("subject_id", "=", subject)
      .orderBy("recorded_at")
      .execute();
    for (const { id } of events) await announceEvent(tx, id, { now: WORLD_NOW, mails: false });
    const rows = await tx
      .selectFrom("notification")
      .selectAll()
      .where("subject_id", "=", subject)
      .orderBy("person_id")
      .execute();
    const names = await personNames(
      tx,
      rows.map((row) => row.person_id),
    );
    return events.flatMap(({ id, type }) => {
      const told = rows.filter((row) => row.event_id === id);
      return told.length === 0
        ? []
        : [[type, told[0]?.title ?? "", told.map((row) => names.get(row.person_id) ?? "?").sort()]];
    });
  });
}
