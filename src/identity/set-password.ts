import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { endSessions, keepPasswordHash } from "./credential-store.ts";
import { lockPerson } from "./identity-store.ts";
import { hashPassword } from "./password.ts";
import { refuseUnlessProgram } from "./program-itself.ts";

/** Gives a person a new password and ends all sessions that were opened with the old one. */
export async function setPassword(tx: Tx, { actor, now }: Command, personId: string, password: string): Promise<void> {
  refuseUnlessProgram(actor, "set passwords");
  const person = await lockPerson(tx, personId);
  await keepPasswordHash(tx, person.id, await hashPassword(password), now);
  await endSessions(tx, person.id);
  await events.record(tx, {
    at: now,
    type: "person.password-set",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    payload: {},
  });
}
