import { CLAIM_LIFECYCLE, type Claim } from "../claims/index.ts";
import { holds, mayAnywhere } from "../identity/index.ts";
import { type Actor, ALLOWED, all, DomainError, denied, type Permission, type Scope } from "../kernel/index.ts";

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

/** What the actor may do with a review now, and why not. */
export function reviewAbilities(actor: Actor, claim: Claim): Record<string, Permission> {
  const face = CLAIM_LIFECYCLE.statuses[claim.status];
  const open = face.final ? denied("wrong-status", `This claim is ${face.vendor.toLowerCase()}.`) : ALLOWED;
  return { assign: all(mayAssign(actor, claim), open) };
}

/** Refuses to put a review into somebody's hands when there is nothing left to decide. */
export function checkOpen(claim: Claim): void {
  const face = CLAIM_LIFECYCLE.statuses[claim.status];
  if (!face.final) return;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: `This claim is ${face.vendor.toLowerCase()}: there is nothing left to decide.`,
    details: { status: claim.status },
  });
}
