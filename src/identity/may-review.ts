import type { Scope } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { rolesWith } from "./rights.ts";

/** May this other person decide on claims of the program and location at this moment? Asked when work is given to somebody. */
export async function mayReviewClaims(tx: Tx, personId: string, scope: Scope, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select("role_grant.id")
    .where("role_grant.person_id", "=", personId)
    .where("role_grant.role", "in", rolesWith("claim.review"))
    .where("person.state", "=", "active")
    .where((eb) => eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", scope.programId)]))
    .where((eb) =>
      eb.or([eb("role_grant.location_id", "is", null), eb("role_grant.location_id", "=", scope.locationId)]),
    )
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
