import { type Command, DomainError, enforce, invalid, newUuid, type Role } from "../kernel/index.ts";
import { refusedBy, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { insertGrant, lockPerson } from "./identity-store.ts";
import type { HeldRole } from "./person.ts";
import { fitsSide, mayAssign } from "./role-policy.ts";

/** A role to give. Program and location left out or null: for all of them. */
export interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly programId?: string | null;
  readonly locationId?: string | null;
  /** From now on unless said. */
  readonly validFrom?: Date;
  readonly validTo?: Date | null;
}

/** Gives a person a role for a program and a location. Holds from the next request on. */
export async function grantRole(tx: Tx, { actor, now }: Command, input: NewGrant): Promise<HeldRole> {
  const person = await lockPerson(tx, input.personId);
  const scope = { programId: input.programId ?? null, locationId: input.locationId ?? null };
  enforce(mayAssign(actor, person, input.role, scope));
  const grant: HeldRole = {
    id: newUuid(now),
    personId: person.id,
    partnerId: person.partnerId,
    role: input.role,
    ...scope,
    validFrom: input.validFrom ?? now,
    validTo: input.validTo ?? null,
  };
  if (person.state === "suspended") {
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "This person is suspended and cannot use a role.",
      details: { status: person.state },
    });
  }
  if (!fitsSide(person, grant.role))
    throw refusedField("role", "role-of-other-side", `People of a ${person.side} cannot have this role.`);
  if (person.side === "vendor" && scope.locationId !== null) {
    throw refusedField(
      "location",
      "no-location-at-vendor",
      "Roles at the vendor are for a program or for all, not for a partner's location.",
    );
  }
  if (grant.validTo !== null && grant.validTo < grant.validFrom) {
    throw refusedField("validTo", "ends-before-it-begins", "The role would end before it begins.");
  }
  try {
    await insertGrant(tx, person, grant, actor.personId);
  } catch (error) {
    throw inOurWords(error);
  }
  await events.record(tx, {
    at: now,
    type: "role.granted",
    subjectType: "person",
    subjectId: person.id,
    partnerId: person.partnerId,
    actor,
    payload: {
      grant: grant.id,
      role: grant.role,
      program: scope.programId,
      location: scope.locationId,
      until: grant.validTo?.toISOString(),
    },
  });
  return grant;
}

function refusedField(field: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ field, code, message }]);
}

function inOurWords(error: unknown): unknown {
  if (refusedBy(error, "role_grant_once")) {
    return new DomainError({
      code: "role-held-already",
      kind: "conflict",
      message: "This person has this role for this program and location already.",
    });
  }
  if (refusedBy(error, "role_grant_location_id_partner_id_fkey")) {
    return refusedField("location", "unknown-location", "This person's organisation has no such location.");
  }
  if (refusedBy(error, "role_grant_program_id_fkey"))
    return refusedField("program", "unknown-program", "There is no such program.");
  return error;
}
