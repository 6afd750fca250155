import { ALLOWED, type Command, DomainError, denied, type Permission, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Plan } from "./plan.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/** Ends a plan that was never submitted, and leaves its place free for another (rulebook 4.1). */
export async function cancelPlan(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "cancel");
  const permission = neverSubmitted(ready.plan);
  if (!permission.allowed) {
    const { reason, message, words } = permission;
    throw new DomainError({
      code: reason,
      kind: "conflict",
      message: { text: message, words },
      details: { status: ready.plan.status },
    });
  }
  body();
  return finishStep(tx, command, ready, {});
}

/** Whether the vendor has never had the plan in hand. */
export function neverSubmitted(plan: Plan): Permission {
  if (plan.round === 0) return ALLOWED;
  return denied(
    "already-submitted",
    sentence("A plan that was submitted once stays. Change it and submit it again, or let its time run out."),
  );
}
