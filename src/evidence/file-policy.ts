import { type Actor, ALLOWED, denied, type Permission, type Role } from "../kernel/index.ts";

const MAY_UPLOAD: ReadonlySet<Role> = new Set([
  "organisation-admin",
  "account-admin",
  "incentives-admin",
  "incentives-user",
  "billing-admin",
]);

const VENDOR_MAY_READ: ReadonlySet<Role> = new Set(["program-manager", "reviewer", "finance", "auditor"]);

/** May the actor upload evidence? People of a partner with a role that takes part in claims (rulebook 2.3). */
export function mayUpload(actor: Actor): Permission {
  if (actor.side === "system") return ALLOWED;
  if (actor.side === "vendor")
    return denied("vendor-uploads-no-evidence", "Evidence is uploaded by the partner. Ask for it in the review.");
  if (actor.grants.some((grant) => MAY_UPLOAD.has(grant.role))) return ALLOWED;
  return denied(
    "role-may-not-upload",
    "Your role reads only. Ask an admin of your organisation for a role that handles claims.",
  );
}

/** May the actor read evidence at all? Which files is decided by row-level security, and by the claims they stand in. */
export function mayReadFiles(actor: Actor): Permission {
  if (actor.side !== "vendor" || actor.grants.some((grant) => VENDOR_MAY_READ.has(grant.role))) return ALLOWED;
  return denied("role-may-not-read-evidence", "Your role does not include claims and their evidence.");
}
