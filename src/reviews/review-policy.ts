import { holds, mayAnywhere } from "../identity/index.ts";
import { type Actor, ALLOWED, denied, type Permission, type Scope } from "../kernel/index.ts";

/** May the actor see the review queue? Vendor people who see claims do; partners have no queue. */
export function maySeeQueue(actor: Actor): Permission {
  if (actor.side === "vendor" && mayAnywhere(actor, "claim.view")) return ALLOWED;
  return denied("role-missing", "The review queue is for the vendor's reviewers.");
}

/** May the actor take a review in hand or give it to somebody? Only those who decide. */
export function mayAssign(actor: Actor, scope: Scope): Permission {
  if (holds(actor, "claim.review", scope)) return ALLOWED;
  return denied("role-missing", "Only reviewers take reviews in hand.");
}
