import { type HistoryItem, historyItems } from "../conversations/index.ts";
import { type Actor, word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { reasonCodeOf } from "../programs/index.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";

/** What each event of a plan is called. An event without a name here would be a mistake: a test holds the list complete. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  "plan.created": word("Created"),
  "plan.edited": word("Changed"),
  "plan.campaign-added": word("Campaign added"),
  "plan.campaign-changed": word("Campaign changed"),
  "plan.campaign-removed": word("Campaign removed"),
  "plan.activity-added": word("Activity added"),
  "plan.activity-changed": word("Activity changed"),
  "plan.activity-removed": word("Activity removed"),
  "plan.submitted": word("Submitted"),
  "plan.cancelled": word("Cancelled"),
  "plan.resumed": word("Taken back to editing"),
  "plan.opened": word("Review opened"),
  "plan.reviewer-assigned": word("Given to another reviewer"),
  "plan.information-requested": word("Information requested"),
  "plan.approved": word("Approved"),
  "plan.rejected": word("Rejected"),
  "plan.payment-posted": word("Paid ahead of proof"),
  "plan.proof-missing": word("Proof missing: demanded back"),
  "plan.expired": word("Expired"),
  "plan.closed": word("Closed"),
  "plan.commented": word("Comment"),
  "plan.noted": word("Note for the own side"),
};

/** The history of a plan, oldest first: who did what, when, from which status to which, and why. */
export async function planHistory(tx: Tx, actor: Actor, plan: Plan): Promise<HistoryItem[]> {
  const { document } = await editionOf(tx, plan);
  const decisions = await tx
    .selectFrom("plan_decision")
    .select(["id", "comment"])
    .where("plan_id", "=", plan.id)
    .execute();
  return historyItems(tx, actor, {
    subjectType: "plan",
    subjectId: plan.id,
    labels: EVENT_LABELS,
    reason: (code) => reasonCodeOf(document, code)?.label ?? code,
    decisions,
  });
}
