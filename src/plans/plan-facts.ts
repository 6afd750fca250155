import { enrollmentOf } from "../enrollments/index.ts";
import { fundsForPlan } from "../funds/index.ts";
import { mayReview } from "../identity/index.ts";
import { dateIn } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Edition } from "../programs/index.ts";
import type { Plan } from "./plan.ts";
import type { PlanFacts } from "./plan-rules.ts";
import { EDITABLE, type PlanStatus } from "./plan-transitions.ts";

const DECIDED: readonly PlanStatus[] = ["approved", "rejected", "cancelled", "expired", "closed"];

/** Collects what the rules need to know of the world around a plan. The rules themselves look nothing up. */
export async function planFacts(tx: Tx, plan: Plan, edition: Edition, now: Date): Promise<PlanFacts> {
  const { programId, locationId } = plan;
  const enrollment = await enrollmentOf(tx, { locationId, programId, programYear: edition.programYear });
  const funds = await fundsForPlan(tx, plan);
  const zone = edition.document.timeZone;
  const today = dateIn(zone, now);
  return {
    today,
    submission: submissionOf(plan, today, zone),
    decided: DECIDED.includes(plan.status),
    enrolled: enrollment?.status === "enrolled",
    reviewerValid: await mayReview(tx, "plan.review", plan.reviewerId, plan, now),
    funds: funds.map(({ fund, remaining }) => ({ usage: fund.usage, available: remaining })),
  };
}

/** While it is with the partner, the next submission is judged, as if it were sent today; then the one that was sent. */
function submissionOf(plan: Plan, today: string, zone: string): PlanFacts["submission"] {
  if (EDITABLE.includes(plan.status) || plan.submittedAt === null)
    return { attempt: plan.round === 0 ? "first" : "again", on: today };
  return { attempt: plan.round <= 1 ? "first" : "again", on: dateIn(zone, plan.submittedAt) };
}
