import {
  type Actor,
  ALLOWED,
  all,
  denied,
  PARTNER_ROLES,
  type Permission,
  type Role,
  type Side,
  sentence,
  VENDOR_ROLES,
  word,
} from "../kernel/index.ts";
import type { Person } from "./person.ts";
import { contains, type GrantScope, grantsWith, permission } from "./rights.ts";

const ROLES_ON: Readonly<Record<"vendor" | "partner", readonly Role[]>> = {
  vendor: VENDOR_ROLES,
  partner: PARTNER_ROLES,
};

/** The roles there are on a side; none for the program itself. */
export function rolesOn(side: Side): readonly Role[] {
  return side === "system" ? [] : ROLES_ON[side];
}

/** True when the role exists on the person's side at all. */
export function fitsSide(person: Person, role: Role): boolean {
  return ROLES_ON[person.side].includes(role);
}

/**
 * Who may give or take which role (rulebook 2.1, 2.3 row 1):
 * - a partner's organisation admin every role in the partner, himself included; an account admin all but the
 *   organisation admin's ("non-tenant roles"); both only inside the scope of their own grant;
 * - a vendor administrator every role at the vendor, but none for himself (he decides nothing, also not by detour), and
 *   in a partner only the organisation admin, who then names the others.
 */
export function mayAssign(actor: Actor, person: Person, role: Role, scope: GrantScope): Permission {
  if (actor.side === "system") return ALLOWED;
  return all(
    permission(actor, "role.assign", word("give or take roles")),
    actor.side === "vendor" ? vendorMayAssign(actor, person, role) : partnerMayAssign(actor, role),
    insideOwnScope(actor, scope),
  );
}

/**
 * The roles the actor may give to a person at one place at least, and the reason where there is none. A person who is shut out
 * gets none.
 */
export function assignableTo(
  actor: Actor,
  person: Person,
): { readonly roles: readonly Role[]; readonly permission: Permission } {
  const places = grantsWith(actor, "role.assign");
  const answers = rolesOn(person.side).map((role) => ({
    role,
    // Where nothing can be given by any of the own grants, the widest question gives the best reason.
    permission:
      places.map((place) => mayAssign(actor, person, role, place)).find(({ allowed }) => allowed) ??
      mayAssign(actor, person, role, places[0] ?? EVERYWHERE),
  }));
  const roles = answers.filter((answer) => answer.permission.allowed).map(({ role }) => role);
  if (roles.length > 0 && person.state === "suspended") {
    return { roles: [], permission: denied("suspended", sentence("{name} is suspended.", { name: person.name })) };
  }
  return { roles, permission: roles.length > 0 ? ALLOWED : (answers[0]?.permission ?? ALLOWED) };
}

const EVERYWHERE: GrantScope = { programId: null, locationId: null };

function vendorMayAssign(actor: Actor, person: Person, role: Role): Permission {
  if (person.id === actor.personId) {
    return denied(
      "own-roles",
      sentence("Nobody at the vendor changes his own roles. Ask another vendor administrator."),
    );
  }
  return person.side === "vendor" || role === "organisation-admin"
    ? ALLOWED
    : denied(
        "partner-assigns-itself",
        sentence("In a partner you can only name its organisation admin, who gives the other roles."),
      );
}

function partnerMayAssign(actor: Actor, role: Role): Permission {
  const organisationAdmin = actor.grants.some((grant) => grant.role === "organisation-admin");
  return role !== "organisation-admin" || organisationAdmin
    ? ALLOWED
    : denied("tenant-role", sentence("Only an organisation admin can give or take the role of organisation admin."));
}

function insideOwnScope(actor: Actor, scope: GrantScope): Permission {
  return grantsWith(actor, "role.assign").some((own) => contains(own, scope))
    ? ALLOWED
    : denied(
        "outside-your-scope",
        sentence("You can give roles only for the programs and locations of your own role."),
      );
}
