import type { Actor, Role, Scope } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { DOING } from "./right-words.ts";
import { holds, RIGHTS, type Right, rolesWith } from "./rights.ts";
import { rolesOn } from "./role-policy.ts";

/** A right at one program and location: whether the actor has it there, and which roles of the own side would bring it. */
export interface RightHere {
  readonly right: Right;
  /** What it lets one do, in words that complete "Your roles do not allow you to ...". */
  readonly label: string;
  readonly held: boolean;
  readonly roles: readonly Role[];
}

/** The same for somebody else of a partner, by the roles held at this moment. */
export async function rightsOf(
  tx: Tx,
  { personId, partnerId }: { readonly personId: string; readonly partnerId: string },
  at: Partial<Scope>,
  now: Date,
): Promise<readonly RightHere[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .select(["role", "program_id", "location_id"])
    .where("person_id", "=", personId)
    .where("valid_from", "<=", now)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", now)]))
    .execute();
  const grants = rows.map(({ role, program_id, location_id }) => ({
    role: role as Role, // the table checks that only these words stand in it
    programId: program_id,
    locationId: location_id,
  }));
  return rightsAt({ side: "partner", personId, organisationId: partnerId, grants }, at);
}

/** What the actor may do at a program and location, right by right; only rights that some role of the own side carries. */
export function rightsAt(actor: Actor, at: Partial<Scope>): readonly RightHere[] {
  const own = rolesOn(actor.side);
  return RIGHTS.flatMap((right) => {
    const roles = rolesWith(right).filter((role) => own.includes(role));
    return roles.length === 0 ? [] : [{ right, label: DOING[right], held: holds(actor, right, at), roles }];
  });
}
