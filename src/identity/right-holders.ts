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
  const rows = await grantsOf(tx, right, at.programId, now)
    .select(["person.id", "person.name", "person.email", "role_grant.role"])
    .distinctOn("person.id")
    .where("person.organisation_id", "=", at.organisationId)
    .where((eb) =>
      at.locationId === null
        ? eb("role_grant.location_id", "is", null)
        : eb.or([eb("role_grant.location_id", "is", null), eb("role_grant.location_id", "=", at.locationId)]),
    )
    .orderBy("person.id")
    .orderBy("role_grant.role")
    .execute();
  return rows
    .map(({ id, name, email, role }) => ({ personId: id, name, email, role: role as Role })) // the database checks the role
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those of the locations at which somebody of their partner has a right in a program at this moment. One query for all of them. */
export async function locationsWithHolder(
  tx: Tx,
  right: Right,
  programId: string,
  locations: readonly { readonly id: string }[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (locations.length === 0) return new Set();
  const rows = await grantsOf(tx, right, programId, now)
    .innerJoin("location", "location.partner_id", "person.organisation_id")
    .select("location.id")
    .distinct()
    .where(
      "location.id",
      "in",
      locations.map(({ id }) => id),
    )
    .where((eb) =>
      eb.or([eb("role_grant.location_id", "is", null), eb("role_grant.location_id", "=", eb.ref("location.id"))]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Roles with the right in a program that active people hold at this moment. */
function grantsOf(tx: Tx, right: Right, programId: string, now: Date) {
  return tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .where("person.state", "=", "active")
    .where("role_grant.role", "in", rolesWith(right))
    .where((eb) => eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", programId)]))
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]));
}
