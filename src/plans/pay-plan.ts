import { type Fund, fundRef, fundsForPlan, lockFund } from "../funds/index.ts";
import {
  ALLOWED,
  type Command,
  checkVersion,
  DomainError,
  dateIn,
  denied,
  enforce,
  type FieldError,
  type IsoDate,
  invalid,
  newUuid,
  type Permission,
  sentence,
} from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { type Edition, editionById, windowFor } from "../programs/index.ts";
import { editionOf } from "./judge-plan.ts";
import { markProven } from "./mark-proven.ts";
import type { Plan } from "./plan.ts";
import type { PlanPaymentBody } from "./plan-bodies.ts";
import { planMoney } from "./plan-money.ts";
import { insertPlanPayment, type PlanPayment } from "./plan-payment-store.ts";
import { assertSees, mayPay } from "./plan-policy.ts";
import { lockPlan } from "./plan-store.ts";
import { PLAN_LIFECYCLE } from "./plan-transitions.ts";

/**
 * Records what was paid under an approved plan ahead of its proof (rulebook 5.5, 9.1): from a fund of the plan's period, all
 * payments together at most the plan's limit. What was proven before is marked so at once.
 *
 * Refuses: 409 when the program wants proof before payment, the plan is not approved, its limit is reached
 * (`plan-limit-reached`, with the figures), the fund holds too little (`balance-exceeded`), missed its threshold, or its
 * proof deadline has passed; 422 for a foreign currency, a day in the future or before the approval, an unknown period.
 */
export async function payPlan(
  tx: Tx,
  command: Command,
  planId: string,
  body: () => PlanPaymentBody,
): Promise<PlanPayment> {
  const { actor, now } = command;
  const plan = await lockPlan(tx, planId);
  assertSees(actor, plan);
  enforce(mayPay(actor, plan));
  const edition = await editionOf(tx, plan);
  assertPayable(plan, edition);
  checkVersion(command.seen, plan.version);
  const input = body();
  checkInput(plan, edition, input, now);
  await checkLimit(tx, plan, input.amount);
  const fund = await payingFund(tx, plan, input.usagePeriod, now);
  const payment: PlanPayment = {
    id: newUuid(now),
    partnerId: plan.partnerId,
    planId: plan.id,
    fundId: fund.id,
    usagePeriod: fund.usage.code,
    amount: input.amount,
    paidOn: input.paidOn,
    reference: input.reference,
    note: input.note ?? null,
    postedAt: now,
    postedBy: actor.personId,
  };
  await insertPlanPayment(tx, payment);
  const entry = ledger.payPlan(
    { ...fundRef(fund), planId: plan.id },
    { paymentId: payment.id, amount: payment.amount, effectiveOn: payment.paidOn, note: payment.note ?? undefined },
  );
  await ledger.post(tx, actor, now, entry);
  const proven = await markProven(tx, command, plan, { paymentId: payment.id });
  await events.record(tx, {
    at: now,
    type: "plan.payment-posted",
    subjectType: "plan",
    subjectId: plan.id,
    partnerId: plan.partnerId,
    actor,
    payload: {
      number: plan.number,
      payment: payment.id,
      amount: amountText(payment.amount),
      currency: plan.currency,
      usagePeriod: payment.usagePeriod,
      paidOn: payment.paidOn,
      proven: amountText(proven),
    },
  });
  return payment;
}

/** Whether payments are recorded under the plan now: the program pays ahead of proof, and the plan is approved. */
export function isPayable(plan: Plan, { document }: Edition): Permission {
  if (document.poeTiming !== "after-payment")
    return denied(
      "proof-before-payment",
      sentence("{program} pays approved claims. Nothing is paid under a plan before its proof.", {
        program: document.programName,
      }),
    );
  if (plan.status === "approved") return ALLOWED;
  return denied(
    "wrong-status",
    sentence("This plan is in the status “{status}”. Payments are recorded while it is approved.", {
      status: PLAN_LIFECYCLE.statuses[plan.status].vendor,
    }),
  );
}

function assertPayable(plan: Plan, edition: Edition): void {
  const permission = isPayable(plan, edition);
  if (permission.allowed) return;
  const { reason: code, message: text, words } = permission;
  const details = { status: plan.status, allowedFrom: ["approved"] };
  throw new DomainError({ code, kind: "conflict", message: { text, words }, details });
}

function checkInput(plan: Plan, { document }: Edition, input: PlanPaymentBody, now: Date): void {
  const errors: FieldError[] = [];
  if (input.amount.currency !== plan.currency) {
    const message = `This plan is in ${plan.currency}: pay in ${plan.currency}.`;
    errors.push({ field: "amount.currency", code: "currency-mismatch", message });
  }
  const today = dateIn(document.timeZone, now);
  if (input.paidOn > today) {
    errors.push({ field: "paidOn", code: "in-future", message: `Record a payment once it was made, up to ${today}.` });
  }
  const approvedOn: IsoDate | undefined = plan.decidedAt ? dateIn(document.timeZone, plan.decidedAt) : undefined;
  if (approvedOn !== undefined && input.paidOn < approvedOn) {
    const message = `The plan was approved on ${approvedOn}: nothing can have been paid under it before.`;
    errors.push({ field: "paidOn", code: "before-approval", message });
  }
  const [first] = errors;
  if (first) throw invalid("invalid-payment", first.message, errors);
}

/** All payments of a plan together stay within its limit; what was demanded back counts, it was paid. */
async function checkLimit(tx: Tx, plan: Plan, wanted: Money): Promise<void> {
  const limit = plan.amountApproved?.minor ?? 0n;
  const { paid } = await planMoney(tx, plan);
  if (paid + wanted.minor <= limit) return;
  const amount = (minor: bigint): Money => ({ minor, currency: plan.currency });
  throw new DomainError({
    code: "plan-limit-reached",
    kind: "conflict",
    message: sentence("{paid} of the plan's limit of {limit} is paid: {left} can still be paid under it.", {
      paid: toWire(amount(paid)),
      limit: toWire(amount(limit)),
      left: toWire(amount(limit - paid)),
    }),
    details: {
      limit: amountText(amount(limit)),
      paid: amountText(amount(paid)),
      left: amountText(amount(limit - paid)),
      wanted: amountText(wanted),
      currency: plan.currency,
    },
  });
}

/** The fund that pays, locked: the one of the usage period that was named, or the only one. */
async function payingFund(tx: Tx, plan: Plan, usagePeriod: string | undefined, now: Date): Promise<Fund> {
  const funds = (await fundsForPlan(tx, plan)).map(({ fund }) => fund);
  const named = usagePeriod === undefined ? funds : funds.filter(({ usage }) => usage.code === usagePeriod);
  const [only, another] = named;
  if (!only || another) throw whichFund(funds, plan, only === undefined);
  const fund = await lockFund(tx, only.id);
  if (fund.qualified === false) {
    throw new DomainError({
      code: "fund-below-threshold",
      kind: "conflict",
      message: sentence("The fund of {period} missed its threshold: nothing can be paid from it.", {
        period: fund.usage.code,
      }),
    });
  }
  const judging = await editionById(tx, fund.usageEditionId);
  const deadline = judging && windowFor(judging.document, fund.usage.code)?.proofDeadline;
  if (!judging || deadline === undefined || dateIn(judging.document.timeZone, now) <= deadline) return fund;
  throw new DomainError({
    code: "proof-deadline-passed",
    kind: "conflict",
    message: sentence("Work of {period} could be proved until {day}: nothing is paid ahead of proof after that.", {
      period: fund.usage.code,
      day: deadline,
    }),
    details: { proofDeadline: deadline },
  });
}

function whichFund(funds: readonly Fund[], plan: Plan, unknown: boolean): DomainError {
  const codes = funds.map(({ usage }) => usage.code);
  if (codes.length === 0) {
    return new DomainError({
      code: "fund-missing",
      kind: "conflict",
      message: sentence("The location has no {currency} fund to use in {period}: nothing can be paid.", {
        currency: plan.currency,
        period: plan.period.code,
      }),
    });
  }
  const message = `Say which fund pays: ${codes.join(", ")}.`;
  return invalid("invalid-body", message, [
    { field: "usagePeriod", code: unknown ? "unknown-value" : "required", message },
  ]);
}
