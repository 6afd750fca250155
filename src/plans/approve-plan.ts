import { fundForClaim, fundRef } from "../funds/index.ts";
import { type Command, DomainError, dateIn, sentence } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason } from "../programs/index.ts";
import { refused } from "./create-plan.ts";
import { judgePlan, type PlanJudgement } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import type { ApprovePlanBody } from "./plan-bodies.ts";
import { recordPlanDecision } from "./record-plan-decision.ts";
import { beginStep, finishStep } from "./step-plan.ts";

/**
 * Approves a plan up to an amount: the limit of what is paid for it (rulebook 3.3, 4.1). Where the edition commits money, the
 * amount is set aside in the fund of the plan's half-year, under the fund's lock.
 *
 * Refuses: 422 when the amount is above what is planned, in another currency, or lower without a reason or comment; 409
 * `no-fund` or `balance-exceeded` (with the balance) when the fund does not hold what would be set aside.
 */
export async function approvePlan(tx: Tx, command: Command, id: string, body: () => ApprovePlanBody): Promise<Plan> {
  const ready = await beginStep(tx, command, id, "approve");
  const { plan } = ready;
  const { approvedAmount, reasonCode = null, comment = null } = body();
  const judged = await judgePlan(tx, plan, command.now);
  checkApproved(approvedAmount, judged.planned);
  if (reasonCode !== null) checkReason(judged.edition, "plan", reasonCode, "cut");
  if (approvedAmount.minor < judged.planned.minor && reasonCode === null && comment === null)
    throw refused(
      "reasonCode",
      "reason-missing",
      "Say why less is approved than was planned: give a reason or write a comment.",
    );
  const committedFundId = await setAside(tx, command, plan, judged, approvedAmount);
  const decision = await recordPlanDecision(tx, command, plan, judged, {
    verb: "approve",
    amount: approvedAmount,
    reasonCode,
    comment,
  });
  const { currency } = approvedAmount;
  return finishStep(
    tx,
    command,
    ready,
    {
      amountApproved: approvedAmount,
      committedFundId,
      reasonCode,
      decidedAt: command.now,
      decidedBy: command.actor.personId,
    },
    {
      reasonCode: reasonCode ?? undefined,
      payload: { decision, amount: amountText(approvedAmount), planned: amountText(judged.planned), currency },
    },
  );
}

function checkApproved(approved: Money, planned: Money): void {
  if (approved.currency !== planned.currency)
    throw refused(
      "approvedAmount.currency",
      "currency-mismatch",
      `This plan is in ${planned.currency}: approve in ${planned.currency}.`,
    );
  if (approved.minor > planned.minor)
    throw refused(
      "approvedAmount.amount",
      "above-planned",
      `At most what is planned can be approved: ${amountText(planned)} ${planned.currency}.`,
    );
}

/** Sets the approved amount aside where the edition says so. Returns the fund that holds it. */
async function setAside(
  tx: Tx,
  { actor, now }: Command,
  plan: Plan,
  { edition }: PlanJudgement,
  amount: Money,
): Promise<string | null> {
  if (edition.document.planCommitment === "none") return null;
  const { locationId, programId, fundType, currency, period } = plan;
  const where = { locationId, programId, fundType, currency, usagePeriod: period.code };
  const fund = await fundForClaim(tx, where, { lock: true });
  if (!fund) {
    throw new DomainError({
      code: "no-fund",
      kind: "conflict",
      message: sentence(
        "There is no fund in {currency} for {period} to set {amount} aside in. Ask for information, or reject the plan.",
        {
          currency,
          period: period.code,
          amount: toWire(amount),
        },
      ),
    });
  }
  const effectiveOn = dateIn(edition.document.timeZone, now);
  await ledger.post(
    tx,
    actor,
    now,
    ledger.commitToPlan({ ...fundRef(fund), planId: plan.id }, { round: plan.round, amount, effectiveOn }),
  );
  return fund.id;
}
