import { mayAnywhere } from "../identity/index.ts";
import { type Actor, ALLOWED, denied, type Permission, sentence } from "../kernel/index.ts";

/** May the actor upload evidence? People of a partner with a role that takes part in claims (rulebook 2.3). */
export function mayUpload(actor: Actor): Permission {
  if (actor.side === "vendor")
    return denied(
      "vendor-uploads-no-evidence",
      sentence("Evidence is uploaded by the partner. Ask for it in the review."),
    );
  if (mayAnywhere(actor, "evidence.upload")) return ALLOWED;
  return denied(
    "role-may-not-upload",
    sentence("Your role reads only. Ask an admin of your organisation for a role that handles claims."),
  );
}

/** May the actor read evidence at all? Which files is decided by row-level security, and by the claims they stand in. */
export function mayReadFiles(actor: Actor): Permission {
  if (mayAnywhere(actor, "evidence.view")) return ALLOWED;
  return denied("role-may-not-read-evidence", sentence("Your role does not include claims and their evidence."));
}
