import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { EditMeBody } from "./identity-contract.ts";
import { lockPerson, updatePersonSettings, versionOfPerson } from "./identity-store.ts";

/** Changes the actor's own name and how the program speaks to him. A new name is an event; settings are nobody's business. */
export async function editMe(tx: Tx, { actor, now, seen }: Command, body: () => EditMeBody): Promise<void> {
  const person = await lockPerson(tx, actor.personId);
  checkVersion(seen, await versionOfPerson(tx, person.id));
  const change = body();
  await updatePersonSettings(tx, person.id, change);
  if (change.name === undefined || change.name === person.name) return;
  await events.record(tx, {
    at: now,
    type: "person.renamed",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    payload: {},
  });
}
