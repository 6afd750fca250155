import { CLAIM_LIFECYCLE, type Claim } from "../claims/index.ts";
import { holds, mayAnywhere } from "../identity/index.ts";
import {
  type Actor,
  ALLOWED,
  all,
  DomainError,
  denied,
  type Permission,
  type Scope,
  sentence,
} from "../kernel/index.ts";
import { isOpenForReview, mayAssignReviewer } from "../plans/index.ts";
import type { ReviewSubject } from "./review-subject.ts";

/** Where nothing is left to decide. */
const DECIDED = (status: string) => sentence("The status is “{status}”: there is nothing left to decide.", { status });

/** May the actor see the review queue? Vendor people who see claims or plans do; partners have no queue. */
export function maySeeQueue(actor: Actor): Permission {
  if (actor.side === "vendor" && (mayAnywhere(actor, "claim.view") || mayAnywhere(actor, "plan.view"))) return ALLOWED;
  return denied("role-missing", sentence("The review queue is for the vendor's reviewers."));
}

/** May the actor take the review of a claim in hand or give it to somebody? Only those who decide. */
export function mayAssign(actor: Actor, scope: Scope): Permission {
  if (holds(actor, "claim.review", scope)) return ALLOWED;
  return denied("role-missing", sentence("Only reviewers take reviews in hand."));
}

/** What the actor may do with a review now, and why not. */
export function reviewAbilities(actor: Actor, subject: ReviewSubject): Record<string, Permission> {
  if (subject.kind === "plan") {
    const { plan } = subject;
    return { assign: all(mayAssignReviewer(actor, plan), isOpenForReview(plan)) };
  }
  const { claim } = subject;
  const face = CLAIM_LIFECYCLE.statuses[claim.status];
  const open = face.final ? denied("wrong-status", DECIDED(face.vendor)) : ALLOWED;
  return { assign: all(mayAssign(actor, claim), open) };
}

/** Refuses to put the review of a claim into somebody's hands when there is nothing left to decide. */
export function checkOpen(claim: Claim): void {
  const face = CLAIM_LIFECYCLE.statuses[claim.status];
  if (!face.final) return;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: DECIDED(face.vendor),
    details: { status: claim.status },
  });
}
