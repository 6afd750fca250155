/** Roles of rulebook 2.1 that the program grants. Partner roles first, then vendor roles. */
export const PARTNER_ROLES = [
  "organisation-admin",
  "account-admin",
  "incentives-admin",
  "incentives-user",
  "billing-admin",
  "partner-auditor",
] as const;
/** Roles of people at the vendor. */
export const VENDOR_ROLES = ["program-manager", "reviewer", "finance", "auditor", "vendor-admin"] as const;

/** Any role. */
export type Role = (typeof PARTNER_ROLES)[number] | (typeof VENDOR_ROLES)[number];

/** Which side a person stands on; `system` is the program itself (worker, seed, migration). */
export type Side = "vendor" | "partner" | "system";

/** A role for a program and a location; null means all (rulebook 2.2). Ids are UUIDs. */
export interface RoleGrant {
  readonly role: Role;
  readonly programId: string | null;
  readonly locationId: string | null;
}

/** Who acts. Built from a session or a token; passed to every policy and command. */
export interface Actor {
  readonly side: Side;
  readonly personId: string;
  readonly organisationId: string;
  readonly grants: readonly RoleGrant[];
}

/** The pair on which a partner's right depends. */
export interface Scope {
  readonly programId: string;
  readonly locationId: string;
}

/** A fixed identity for what the program does by itself. */
export const SYSTEM_ACTOR: Actor = {
  side: "system",
  personId: "00000000-0000-7000-8000-000000000001",
  organisationId: "00000000-0000-7000-8000-000000000001",
  grants: [],
};
