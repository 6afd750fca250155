import { type Command, DomainError, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { endGrant, lockGrant, lockPerson } from "./identity-store.ts";
import { mayAssign } from "./role-policy.ts";

/** Ends a role of a person. It is gone at the next request. One that has ended already is refused. */
export async function revokeRole(tx: Tx, { actor, now }: Command, grantId: string): Promise<void> {
  const grant = await lockGrant(tx, grantId);
  const person = await lockPerson(tx, grant.personId);
  enforce(mayAssign(actor, person, grant.role, grant));
  if (grant.validTo !== null && grant.validTo <= now) {
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "This role has ended already.",
      details: { status: "ended" },
    });
  }
  // One that has not begun yet ends with its beginning.
  await endGrant(tx, grant.id, grant.validFrom > now ? grant.validFrom : now, actor.personId);
  await events.record(tx, {
    at: now,
    type: "role.revoked",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    payload: { grant: grant.id, role: grant.role, program: grant.programId, location: grant.locationId },
  });
}
