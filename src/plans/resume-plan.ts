import {
  ALLOWED,
  type Command,
  DomainError,
  dateIn,
  denied,
  endOfDay,
  type Permission,
  sentence,
} from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EditionDocument } from "../programs/index.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import { resubmissionUntil } from "./plan-period.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/**
 * Takes a plan back to editing (rulebook 4.1): one with an open request, whose deadline to answer goes on, or a rejected one
 * within the days the edition gives for submitting again. 409 `resubmission-over` after them.
 */
export async function resumePlan(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "resume");
  const { document } = await editionOf(tx, ready.plan);
  refuseOverdue(mayStillResubmit(document, command.now), resubmissionUntil(document));
  body();
  if (ready.plan.status === "action_required") return finishStep(tx, command, ready, {});
  const dueOn = resubmissionUntil(document);
  return finishStep(tx, command, ready, { dueOn, dueAt: endOfDay(document.timeZone, dueOn) });
}

/** Whether a returned or rejected plan may still be submitted again (T22). */
export function mayStillResubmit(document: EditionDocument, now: Date): Permission {
  const until = resubmissionUntil(document);
  if (dateIn(document.timeZone, now) <= until) return ALLOWED;
  return denied(
    "resubmission-over",
    sentence("A plan of {year} could be submitted again until {day}. Make a plan for the present period.", {
      year: document.programYear,
      day: until,
    }),
  );
}

function refuseOverdue(permission: Permission, until: string): void {
  if (permission.allowed) return;
  const { reason, message, words } = permission;
  throw new DomainError({
    code: reason,
    kind: "conflict",
    message: { text: message, words },
    details: { resubmissionUntil: until },
  });
}
