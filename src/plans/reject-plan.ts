import { type Command, endOfDay } from "../kernel/index.ts";
import { zero } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason } from "../programs/index.ts";
import { judgePlan } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import type { RejectPlanBody } from "./plan-bodies.ts";
import { resubmissionUntil } from "./plan-period.ts";
import { recordPlanDecision } from "./record-plan-decision.ts";
import { mayStillResubmit } from "./resume-plan.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/** Rejects a plan with a reason. The partner may take it back to editing until the last day of submitting again (rulebook 4.1). */
export async function rejectPlan(tx: Tx, command: Command, id: string, body: () => RejectPlanBody): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "reject");
  const { plan } = ready;
  const { reasonCode, comment = null } = body();
  const judged = await judgePlan(tx, plan, command.now);
  checkReason(judged.edition, "plan", reasonCode, "reject");
  const amount = zero(plan.currency);
  const decision = await recordPlanDecision(tx, command, plan, judged, { verb: "reject", amount, reasonCode, comment });
  const { document } = judged.edition;
  const dueOn = resubmissionUntil(document);
  const clock = mayStillResubmit(document, command.now).allowed
    ? { dueOn, dueAt: endOfDay(document.timeZone, dueOn) }
    : { dueOn: null, dueAt: null };
  return finishStep(
    tx,
    command,
    ready,
    { ...clock, reasonCode, decidedAt: command.now, decidedBy: command.actor.personId },
    { reasonCode, payload: { decision } },
  );
}
