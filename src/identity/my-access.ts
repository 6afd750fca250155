import type { z } from "zod";
import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type ProgramNames, rolesHeld } from "./held-roles.ts";
import type { AccessWire } from "./identity-contract.ts";
import { DOING } from "./right-words.ts";
import { RIGHTS, type Right, rolesWith, scopesOf } from "./rights.ts";
import { rolesOn } from "./role-policy.ts";

type Access = z.input<typeof AccessWire>;

/** What the actor's roles are and where they hold, which rights follow, and who of the own organisation can give more (rulebook 10, row 1). */
export async function myAccess(tx: Tx, actor: Actor, now: Date, programNames: ProgramNames): Promise<Access> {
  const held = await rolesHeld(tx, [actor.personId], now, programNames);
  return {
    roles: (held.get(actor.personId) ?? []).map(({ shown }) => shown),
    rights: RIGHTS.flatMap((right) => rightOf(actor, right)),
    grantors: await grantorsOf(tx, actor, now),
  };
}

/** A right as the actor has it; none that no role of the own side carries. */
function rightOf(actor: Actor, right: Right): Access["rights"] {
  const roles = rolesWith(right).filter((role) => rolesOn(actor.side).includes(role));
  if (roles.length === 0) return [];
  const scopes = scopesOf(actor, right);
  const held = scopes === "all" ? "everywhere" : scopes.length > 0 ? "somewhere" : "nowhere";
  return [{ right, label: DOING[right], held, roles }];
}

/** People of the actor's own organisation with a role that gives roles. */
async function grantorsOf(tx: Tx, actor: Actor, now: Date): Promise<Access["grantors"]> {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select(["person.id", "person.name", "person.email", "role_grant.role"])
    .distinct()
    .where("role_grant.role", "in", rolesWith("role.assign"))
    .where("person.organisation_id", "=", actor.organisationId)
    .where("person.state", "=", "active")
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("person.name")
    .orderBy("role_grant.role")
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.id);
  return [...byPerson.values()].flatMap((own) =>
    own.slice(0, 1).map(({ name, email }) => ({ name, email, roles: own.map(({ role }) => role) })),
  );
}
