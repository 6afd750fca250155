import type { Actor, Role } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { covers, type GrantScope, grantsWith } from "./rights.ts";

/** A role one may ask, with the people who hold it as far as the reader may know them. */
export interface Contact {
  readonly side: "vendor" | "partner";
  readonly role: Role;
  /** Names, with the location where the role is held for one only. Empty where only the role may be told. */
  readonly people: readonly { readonly name: string; readonly location: string | null }[];
}

/** Roles of a partner that help: who gives rights, and who knows the program. */
const HELPERS: readonly Role[] = ["organisation-admin", "account-admin", "incentives-admin"];
/** Roles of the vendor by what they do. */
const AT_VENDOR: readonly Role[] = ["program-manager", "reviewer", "finance"];

/**
 * Whom to ask about a program. A reader learns the names of people of his own organisation, where his roles let him see who
 * has which role (`person.view`), and only of those who act where he acts; of the other side he learns roles, no names
 * (rulebook 2.3).
 */
export async function contactsFor(tx: Tx, actor: Actor, programId: string, now: Date): Promise<readonly Contact[]> {
  const own = actor.side === "partner" ? HELPERS : AT_VENDOR;
  const known = await holders(tx, actor, programId, own, now);
  const contacts = own.map(
    (role): Contact => ({
      side: actor.side === "partner" ? "partner" : "vendor",
      role,
      people: known.filter((holder) => holder.role === role).map(({ name, location }) => ({ name, location })),
    }),
  );
  const reviewers: Contact = { side: "vendor", role: "reviewer", people: [] };
  return actor.side === "partner" ? [...contacts, reviewers] : contacts;
}

interface Holder {
  readonly role: Role;
  readonly name: string;
  readonly location: string | null;
}

async function holders(
  tx: Tx,
  actor: Actor,
  programId: string,
  roles: readonly Role[],
  now: Date,
): Promise<readonly Holder[]> {
  const sights = grantsWith(actor, "person.view").filter((grant) => covers(grant, { programId }));
  if (sights.length === 0) return [];
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .leftJoin("location", "location.id", "role_grant.location_id")
    .select(["role_grant.role", "role_grant.program_id", "role_grant.location_id", "person.id", "person.name"])
    .select("location.name as location_name")
    .where("role_grant.organisation_id", "=", actor.organisationId)
    .where("role_grant.role", "in", [...roles])
    .where("person.state", "=", "active")
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .where((eb) => eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", programId)]))
    .orderBy("person.name")
    .orderBy("role_grant.id")
    .execute();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const scope: GrantScope = { programId: row.program_id, locationId: row.location_id };
    const key = `${row.id}/${row.role}/${row.location_id ?? ""}`;
    if (seen.has(key) || !sights.some((sight) => meetAt(sight, scope))) return [];
    seen.add(key);
    return [{ role: row.role as Role, name: row.name, location: row.location_name }]; // the database checks the role
  });
}

/** True when there is a location at which both hold. */
function meetAt(a: GrantScope, b: GrantScope): boolean {
  return a.locationId === null || b.locationId === null || a.locationId === b.locationId;
}
