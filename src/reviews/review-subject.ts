import { CLAIM_LIFECYCLE, type Claim, getClaim } from "../claims/index.ts";
import { type Actor, notFound, type StatusFace } from "../kernel/index.ts";
import { findPlan, getPlan, PLAN_LIFECYCLE, type Plan } from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** What a review is of. */
export type ReviewSubject =
  | { readonly kind: "claim"; readonly claim: Claim }
  | { readonly kind: "plan"; readonly plan: Plan };

/** The claim or plan behind the id of a review; 404 when it is unknown, outside the scope, or was never submitted. */
export async function subjectOf(tx: Tx, actor: Actor, id: string): Promise<ReviewSubject> {
  const subject: ReviewSubject = (await findPlan(tx, id))
    ? { kind: "plan", plan: await getPlan(tx, actor, id) }
    : { kind: "claim", claim: await getClaim(tx, actor, id) };
  return subject;
}

/** Refuses what was never sent: of a draft there is no review. */
export function assertSubmitted(subject: ReviewSubject): void {
  if ((subject.kind === "plan" ? subject.plan : subject.claim).round === 0) throw notFound("review");
}

/** How the status of a subject is called and looks. The database checks the narrowing. */
export function faceOf({ kind, status }: { readonly kind: "claim" | "plan"; readonly status: string }): StatusFace {
  return kind === "plan"
    ? PLAN_LIFECYCLE.statuses[status as Plan["status"]]
    : CLAIM_LIFECYCLE.statuses[status as Claim["status"]];
}
