import { type Command, checkVersion, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Plan } from "./plan.ts";
import { assertSees, mayStep } from "./plan-policy.ts";
import { lockPlan } from "./plan-store.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/** Opens the review of a submitted plan. Opening one that is open already is harmless (docs/api.md). */
export async function openPlanReview(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Plan> {
  const plan = await lockPlan(tx, id);
  assertSees(command.actor, plan);
  if (plan.status === "under_review") {
    enforce(mayStep(command.actor, "open", plan));
    checkVersion(command.seen, plan.version);
    body();
    return plan;
  }
  const ready = await beginStep(tx, command, id, "open");
  body();
  return finishStep(tx, command, ready, { openedBy: command.actor.personId });
}
