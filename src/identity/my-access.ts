import type { z } from "zod";
import { type Actor, idText, type Role } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AccessWire } from "./identity-contract.ts";
import { DOING } from "./right-words.ts";
import { RIGHTS, type Right, rolesWith, scopesOf } from "./rights.ts";
import { rolesOn } from "./role-policy.ts";

/** Codes and names of programs by id. Programs are a later slice, so the composition root hands this in. */
export type ProgramNames = (
  tx: Tx,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;

type Access = z.input<typeof AccessWire>;

/** What the actor's roles are and where they hold, which rights follow, and who of the own organisation can give more (rulebook 10, row 1). */
export async function myAccess(tx: Tx, actor: Actor, now: Date, programNames: ProgramNames): Promise<Access> {
  return {
    roles: await ownRoles(tx, actor, now, programNames),
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

async function ownRoles(tx: Tx, actor: Actor, now: Date, programNames: ProgramNames): Promise<Access["roles"]> {
  const rows = await tx
    .selectFrom("role_grant")
    .leftJoin("location", "location.id", "role_grant.location_id")
    .select(["role_grant.id", "role_grant.role", "role_grant.program_id", "role_grant.location_id"])
    .select(["role_grant.valid_from", "role_grant.valid_to", "location.name as location_name"])
    .where("role_grant.person_id", "=", actor.personId)
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("role_grant.valid_from")
    .orderBy("role_grant.id")
    .execute();
  const programs = await programNames(
    tx,
    rows.flatMap((row) => row.program_id ?? []),
  );
  return rows.map((row) => ({
    id: idText("grant", row.id),
    role: row.role as Role, // the table checks that only these words stand in it
    program: row.program_id === null ? null : (programs.get(row.program_id) ?? { code: row.program_id, name: "" }),
    location:
      row.location_id === null ? null : { id: idText("location", row.location_id), name: row.location_name ?? "" },
    since: row.valid_from.toISOString(),
    until: row.valid_to?.toISOString() ?? null,
  }));
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
