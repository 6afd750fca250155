import type { Role } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Right, rolesWith } from "./rights.ts";

/** Where a right is asked about: of the people of one organisation, for a program and a location; null for a grant over all locations. */
export interface RightAt {
  /** A partner, or the vendor. */
  readonly organisationId: string;
  readonly programId: string;
  readonly locationId: string | null;
}

/** Somebody who has a right. */
export interface RightHolder {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * Active people of an organisation with a right at a program and location at this moment, each with the first of the roles that carry
 * it. For a request that is not about one location: those whose role holds at all of them.
 */
export async function rightHolders(tx: Tx, right: Right, at: RightAt, now: Date): Promise<readonly RightHolder[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select(["person.id", "person.name", "person.email", "role_grant.role"])
    .distinctOn("person.id")
    .where("person.state", "=", "active")
    .where("person.organisation_id", "=", at.organisationId)
    .where("role_grant.role", "in", rolesWith(right))
    .where((eb) => eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", at.programId)]))
    .where((eb) =>
      at.locationId === null
        ? eb("role_grant.location_id", "is", null)
        : eb.or([eb("role_grant.location_id", "is", null), eb("role_grant.location_id", "=", at.locationId)]),
    )
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("person.id")
    .orderBy("role_grant.role")
    .execute();
  return rows
    .map(({ id, name, email, role }) => ({ personId: id, name, email, role: role as Role })) // the database checks the role
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
