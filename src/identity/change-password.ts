import { verifyPassword } from "better-auth/crypto";
import { type Command, invalid, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { keepPasswordHash, passwordHashOf } from "./credential-store.ts";
import { lockPerson } from "./identity-store.ts";
import { endOtherSessions } from "./own-sessions.ts";
import { hashPassword } from "./password.ts";

/** A new password in place of the present one; `keep` is the token of the session that stays. */
export interface PasswordChange {
  readonly present: string;
  readonly next: string;
  readonly keep: string;
}

/**
 * Changes the actor's own password and ends the other sessions. Runs in a transaction of the program itself, which alone
 * reaches credentials. Throws `wrong-password` when the present one is not right, `weak-password` for a bad new one.
 */
export async function changePassword(tx: Tx, { actor, now }: Command, change: PasswordChange): Promise<void> {
  const person = await lockPerson(tx, actor.personId);
  const hash = await passwordHashOf(tx, person.id);
  if (hash === undefined || !(await verifyPassword({ hash, password: change.present }))) {
    const { text } = WRONG;
    throw invalid("wrong-password", WRONG, [{ field: "present", code: "wrong-password", message: text }]);
  }
  await keepPasswordHash(tx, person.id, await hashPassword(change.next, "next"), now);
  await endOtherSessions(tx, actor, change.keep);
  await events.record(tx, {
    at: now,
    type: "person.password-changed",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    payload: {},
  });
}

const WRONG = sentence("This is not your present password. Check it, also for capital letters.");
