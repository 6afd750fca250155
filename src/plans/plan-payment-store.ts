import type { z } from "zod";
import { idText } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PlanPaymentResource } from "./plan-contract.ts";

/** A payment under a plan ahead of its proof. */
export interface PlanPayment {
  readonly id: string;
  readonly partnerId: string;
  readonly planId: string;
  readonly fundId: string;
  /** Code of the usage period of the fund that pays. */
  readonly usagePeriod: string;
  readonly amount: Money;
  readonly paidOn: string;
  /** As it stands on the bank statement. */
  readonly reference: string;
  readonly note: string | null;
  readonly postedAt: Date;
  readonly postedBy: string;
}

/** A payment as the plan's page and the answer to its posting show it; `names` of persons by their ids. */
export function paymentWire(
  payment: PlanPayment,
  names: ReadonlyMap<string, string>,
): z.input<typeof PlanPaymentResource> {
  return {
    id: idText("planPayment", payment.id),
    fund: idText("fund", payment.fundId),
    usagePeriod: payment.usagePeriod,
    amount: toWire(payment.amount),
    paidOn: payment.paidOn,
    reference: payment.reference,
    note: payment.note,
    postedAt: payment.postedAt.toISOString(),
    postedBy: names.get(payment.postedBy) ?? "",
  };
}

/** Writes when, why and by whom; the ledger moves the money. */
export async function insertPlanPayment(tx: Tx, payment: PlanPayment): Promise<void> {
  await tx
    .insertInto("plan_payment")
    .values({
      id: payment.id,
      partner_id: payment.partnerId,
      plan_id: payment.planId,
      fund_id: payment.fundId,
      amount: payment.amount.minor,
      currency: payment.amount.currency,
      paid_on: payment.paidOn,
      reference: payment.reference,
      note: payment.note,
      posted_at: payment.postedAt,
      posted_by: payment.postedBy,
    })
    .execute();
}

/** What was paid under a plan, oldest first. */
export async function paymentsOf(tx: Tx, planId: string): Promise<PlanPayment[]> {
  const rows = await tx
    .selectFrom("plan_payment")
    .innerJoin("fund", "fund.id", "plan_payment.fund_id")
    .selectAll("plan_payment")
    .select("fund.usage_period")
    .where("plan_payment.plan_id", "=", planId)
    .orderBy("plan_payment.paid_on")
    .orderBy("plan_payment.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    planId: row.plan_id,
    fundId: row.fund_id,
    usagePeriod: row.usage_period,
    amount: { minor: row.amount, currency: row.currency },
    paidOn: row.paid_on,
    reference: row.reference,
    note: row.note,
    postedAt: row.posted_at,
    postedBy: row.posted_by,
  }));
}
