import { type Command, DomainError, enforce, word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { lockPerson, updatePersonState } from "./identity-store.ts";
import { permission } from "./rights.ts";

/** Shuts a person out, open sessions included, from the next request on. */
export async function suspendPerson(tx: Tx, { actor, now }: Command, personId: string): Promise<void> {
  const person = await lockPerson(tx, personId);
  enforce(permission(actor, "person.manage", word("suspend people")));
  if (person.state === "suspended") {
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "This person is suspended already.",
      details: { status: person.state },
    });
  }
  await updatePersonState(tx, person.id, "suspended");
  await events.record(tx, {
    at: now,
    type: "person.suspended",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    fromStatus: person.state,
    toStatus: "suspended",
    payload: {},
  });
}
