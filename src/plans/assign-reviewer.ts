import { mayReview } from "../identity/index.ts";
import { type Command, checkVersion, DomainError, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { refused } from "./create-plan.ts";
import type { Plan } from "./plan.ts";
import { assertSees, isOpenForReview, mayAssignReviewer } from "./plan-policy.ts";
import { lockPlan, savePlan } from "./plan-store.ts";

/**
 * Gives the review of a plan to a reviewer of its program: from then on that one decides, and nobody else. A plan is never
 * without a reviewer. Of two who take it at once having seen the same version, the second is refused (412).
 */
export async function assignReviewer(
  tx: Tx,
  command: Command,
  id: string,
  reviewerOf: () => string | null,
): Promise<Plan> {
  const { actor, now, seen } = command;
  const plan = await lockPlan(tx, id);
  assertSees(actor, plan);
  enforce(mayAssignReviewer(actor, plan));
  checkOpen(plan);
  checkVersion(seen, plan.version);
  const reviewerId = reviewerOf();
  if (reviewerId === null)
    throw refused("assignee", "reviewer-needed", "A plan always has a reviewer. Name the colleague who takes it over.");
  if (!(await mayReview(tx, "plan.review", reviewerId, plan, now)))
    throw refused("assignee", "not-a-reviewer", "This person is not a reviewer of this program. Choose a reviewer.");
  if (reviewerId === plan.reviewerId) return plan;
  const saved = await savePlan(tx, now, plan, { reviewerId });
  await events.record(tx, {
    at: now,
    type: "plan.reviewer-assigned",
    subjectType: "plan",
    subjectId: id,
    partnerId: plan.partnerId,
    actor,
    payload: { number: plan.number, reviewer: reviewerId, before: plan.reviewerId },
  });
  return saved;
}

function checkOpen(plan: Plan): void {
  const permission = isOpenForReview(plan);
  if (permission.allowed) return;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: { text: permission.message, words: permission.words },
    details: { status: plan.status },
  });
}
