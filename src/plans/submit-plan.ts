import { marketOf } from "../identity/index.ts";
import { type Command, DomainError, type Finding, nothingBlocks, sentence } from "../kernel/index.ts";
import { amountText, type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { serviceDeadline } from "../programs/index.ts";
import { judgePlan } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import type { SubmitPlanBody } from "./plan-bodies.ts";
import { recordPlanDecision } from "./record-plan-decision.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/**
 * Submits a plan (rulebook 4.1): locked for the partner, the reviewer's clock started. Nothing is set aside yet.
 *
 * Refuses with `amount-changed` (409) when the plan's sum is another than the one that was confirmed on the screen, and with
 * `rules-refused` (422, with the findings) when the checklist is not complete or the time is over (T22).
 */
export async function submitPlan(tx: Tx, command: Command, id: string, body: () => SubmitPlanBody): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "submit");
  const { plan } = ready;
  const { confirmedAmount } = body();
  const judged = await judgePlan(tx, plan, command.now);
  checkAmount(confirmedAmount, judged.planned);
  if (!nothingBlocks(judged.findings)) throw refusal(judged.findings);
  const next = { ...plan, round: plan.round + 1 };
  const { planned: amount, edition } = judged;
  const decision = await recordPlanDecision(tx, command, next, judged, { verb: "submit", amount });
  const { dueAt, dueOn } = serviceDeadline(edition.document.serviceLevels.planReview, {
    from: command.now,
    market: await marketOf(tx, plan.locationId),
    zone: edition.document.timeZone,
  });
  return finishStep(
    tx,
    command,
    ready,
    {
      round: next.round,
      dueAt,
      dueOn,
      firstSubmittedAt: plan.firstSubmittedAt ?? command.now,
      submittedAt: command.now,
      submittedBy: command.actor.personId,
      openedBy: null,
      reasonCode: null,
      decidedAt: null,
      decidedBy: null,
    },
    { payload: { decision, amount: amountText(amount), currency: amount.currency } },
  );
}

function checkAmount(confirmed: Money | undefined, planned: Money): void {
  if (confirmed === undefined || (confirmed.minor === planned.minor && confirmed.currency === planned.currency)) return;
  throw new DomainError({
    code: "amount-changed",
    kind: "conflict",
    message: sentence("The plan adds up to {planned} by now, not to {confirmed}. Look at it again, then submit.", {
      planned: toWire(planned),
      confirmed: toWire(confirmed),
    }),
    details: { plannedAmount: toWire(planned) },
  });
}

function refusal(findings: readonly Finding[]): DomainError {
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  return new DomainError({
    code: "rules-refused",
    kind: "invalid",
    message:
      `The plan is not complete: ${blocking.length === 1 ? "one point is" : `${blocking.length} points are`} open. ${blocking[0]?.remedy ?? ""}`.trim(),
    findings,
  });
}
