import {
  type Actor,
  ALLOWED,
  denied,
  PARTNER_ROLES,
  type Permission,
  type Role,
  type RoleGrant,
  type Scope,
  sentence,
  VENDOR_ROLES,
  word,
} from "../kernel/index.ts";

const EVERYBODY = [...PARTNER_ROLES, ...VENDOR_ROLES] as const;
const CLAIMANTS = ["organisation-admin", "incentives-admin", "incentives-user"] as const;
const PLANNERS = ["organisation-admin", "incentives-admin", "billing-admin"] as const;
const VENDOR_READERS = ["program-manager", "reviewer", "finance", "auditor"] as const;

/**
 * Which roles carry which right (rulebook 2.3, vendor roles after 2.1 and the demo accounts). The only place where roles
 * are named; everything else asks for a right. A right holds inside the scope of the grant that carries it.
 *
 * Not here: the colleague who is asked for a file sees that one claim by a task, not by a role.
 */
const ROLES_OF = {
  "program.view": EVERYBODY,
  "program.maintain": ["program-manager"],
  "partner.view": EVERYBODY,
  "enrollment.answer": ["incentives-admin"],
  // Until there are payout profiles, finance says that bank and tax data are complete.
  "enrollment.confirm-payout": ["finance"],
  "fund.view": [...CLAIMANTS, "account-admin", "partner-auditor", ...VENDOR_READERS],
  "fund.adjust": ["finance"],
  "plan.view": [...PLANNERS, "incentives-user", "partner-auditor", ...VENDOR_READERS],
  "plan.edit": PLANNERS,
  "plan.submit": PLANNERS,
  "plan.comment": [...PLANNERS, "reviewer"],
  "plan.review": ["reviewer"],
  "plan.pay": ["finance"],
  // Anybody of the partner who takes part may be asked for a file; which files one may read, the claims they stand in decide.
  "evidence.upload": [...CLAIMANTS, "account-admin", "billing-admin"],
  "evidence.view": [...PARTNER_ROLES, ...VENDOR_READERS],
  "claim.view": [...CLAIMANTS, "partner-auditor", ...VENDOR_READERS],
  "claim.edit": CLAIMANTS,
  "claim.submit": CLAIMANTS,
  // Where an edition keeps submission to admins (rulebook 9.5), this right is asked for as well.
  "claim.submit-for-users": ["organisation-admin", "incentives-admin"],
  "claim.dispute": ["incentives-admin", "incentives-user"],
  "claim.comment": [...CLAIMANTS, "reviewer"],
  "claim.review": ["reviewer"],
  "history.view": [...CLAIMANTS, "partner-auditor", ...VENDOR_READERS],
  "person.view": [...PARTNER_ROLES, "auditor", "vendor-admin"],
  "person.manage": ["vendor-admin"],
  "setting.manage": ["vendor-admin"],
  "role.assign": ["organisation-admin", "account-admin", "vendor-admin"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something a person may do. */
export type Right = keyof typeof ROLES_OF;

/** Every right there is. */
export const RIGHTS = Object.keys(ROLES_OF) as readonly Right[];

/** Program and location of a grant; null means all of them. */
export interface GrantScope {
  readonly programId: string | null;
  readonly locationId: string | null;
}

/** What a list may contain: everything the actor's side can see, or these pairs. */
export type Scopes = "all" | readonly GrantScope[];

const VENDOR: ReadonlySet<Role> = new Set(VENDOR_ROLES);

/** The roles that carry a right, for tables and for telling a person whom to ask. */
export function rolesWith(right: Right): readonly Role[] {
  return ROLES_OF[right];
}

/** True when the grant's scope takes in the pair that is asked about. A part that is left out is not asked about. */
export function covers(grant: GrantScope, asked: Partial<Scope>): boolean {
  return (
    (grant.programId === null || asked.programId === undefined || grant.programId === asked.programId) &&
    (grant.locationId === null || asked.locationId === undefined || grant.locationId === asked.locationId)
  );
}

/** True when everything inside `inner` lies inside `outer`, so that whoever rules `outer` may give `inner`. */
export function contains(outer: GrantScope, inner: GrantScope): boolean {
  return (
    (outer.programId === null || outer.programId === inner.programId) &&
    (outer.locationId === null || outer.locationId === inner.locationId)
  );
}

/** The actor's grants that carry the right. A role counts only on the side it belongs to. */
export function grantsWith(actor: Actor, right: Right): readonly RoleGrant[] {
  const roles: readonly Role[] = ROLES_OF[right];
  return actor.grants.filter(
    (grant) => roles.includes(grant.role) && VENDOR.has(grant.role) === (actor.side === "vendor"),
  );
}

/**
 * May the actor do this to something of this program and location? The program itself (`system`) may: it acts by the
 * clock and the rules, never for a person. Says nothing about whose data it is: that is the partner of the row.
 */
export function holds(actor: Actor, right: Right, scope: Partial<Scope> = {}): boolean {
  return actor.side === "system" || grantsWith(actor, right).some((grant) => covers(grant, scope));
}

/** May the actor do this to anything at all? For menus and for `abilities` of the person. */
export function mayAnywhere(actor: Actor, right: Right): boolean {
  return holds(actor, right);
}

/** The pairs in which the actor holds the right, for filters of lists; empty when there is none. */
export function scopesOf(actor: Actor, right: Right): Scopes {
  if (actor.side === "system") return "all";
  const scopes = grantsWith(actor, right).map(({ programId, locationId }) => ({ programId, locationId }));
  if (scopes.some((scope) => scope.programId === null && scope.locationId === null)) return "all";
  return scopes.filter(
    (scope, index) =>
      !scopes.some((other, at) => at !== index && contains(other, scope) && (at < index || !contains(scope, other))),
  );
}

/** {@link holds} as a permission that says whom to ask. `doing` completes "Your roles do not allow you to ...", marked by `word`. */
export function permission(actor: Actor, right: Right, doing: string, scope: Partial<Scope> = {}): Permission {
  if (holds(actor, right, scope)) return ALLOWED;
  const elsewhere = mayAnywhere(actor, right);
  const who =
    actor.side === "vendor"
      ? word("A vendor administrator")
      : word("An organisation admin or account admin of your company");
  return elsewhere
    ? denied(
        "outside-your-scope",
        sentence("Your roles allow you to {doing}, but not for this program and location. {who} can extend them.", {
          doing,
          who,
        }),
      )
    : denied(
        "role-missing",
        sentence("Your roles do not allow you to {doing}. {who} can see which role is needed and grant it.", {
          doing,
          who,
        }),
      );
}
