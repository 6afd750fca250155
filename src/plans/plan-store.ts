import { sql } from "kysely";
import { type Command, DomainError, newUuid, sentence } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Plan } from "./plan.ts";
import type { PlanStatus } from "./plan-transitions.ts";

/** A plan that does not exist yet. */
export type NewPlan = Pick<
  Plan,
  | "partnerId"
  | "programId"
  | "locationId"
  | "name"
  | "fundType"
  | "period"
  | "editionId"
  | "currency"
  | "reviewerEmail"
  | "reviewerId"
> & { readonly dueAt: Date; readonly dueOn: string };

/** What changes in a plan's row when something happens to it. */
export type PlanChange = Partial<
  Pick<
    Plan,
    | "name"
    | "currency"
    | "reviewerEmail"
    | "reviewerId"
    | "amountApproved"
    | "committedFundId"
    | "status"
    | "round"
    | "dueAt"
    | "dueOn"
    | "dueSide"
    | "reasonCode"
    | "firstSubmittedAt"
    | "submittedAt"
    | "submittedBy"
    | "openedBy"
    | "decidedAt"
    | "decidedBy"
  >
>;

/**
 * Writes a new plan in `editing` with the next number (`P-2026-000123`). Undefined when there is a plan for this location,
 * program, fund type and period: of two who create it at once, the database lets one through (T23).
 */
export async function insertPlan(tx: Tx, { actor, now }: Command, plan: NewPlan): Promise<Plan | undefined> {
  const row = await tx
    .insertInto("plan")
    .values({
      id: newUuid(now),
      partner_id: plan.partnerId,
      number: sql<string>`'P-' || ${String(now.getUTCFullYear())}::text || '-' || lpad(nextval('plan_number_seq')::text, 6, '0')`,
      name: plan.name,
      program_id: plan.programId,
      location_id: plan.locationId,
      fund_type: plan.fundType,
      period: plan.period.code,
      period_from: plan.period.from,
      period_to: plan.period.to,
      edition_id: plan.editionId,
      currency: plan.currency,
      reviewer_email: plan.reviewerEmail,
      reviewer_id: plan.reviewerId,
      status: "editing",
      due_at: plan.dueAt,
      due_on: plan.dueOn,
      due_side: "partner",
      created_at: now,
      created_by: actor.personId,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["partner_id", "location_id", "program_id", "fund_type", "period"])
        // Written out: a plan that is kept for every value would not find the index again by a parameter.
        .where(sql<boolean>`status <> 'cancelled'`)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
  return row && toPlan(row);
}

/** The plan that holds the place of a new one. */
export async function findPlanInPlace(
  tx: Tx,
  place: Pick<Plan, "locationId" | "programId" | "fundType" | "period">,
): Promise<Plan | undefined> {
  const row = await tx
    .selectFrom("plan")
    .selectAll()
    .where("location_id", "=", place.locationId)
    .where("program_id", "=", place.programId)
    .where("fund_type", "=", place.fundType)
    .where("period", "=", place.period.code)
    .where("status", "<>", "cancelled")
    .executeTakeFirst();
  return row && toPlan(row);
}

/** The plan, or undefined when it is unknown or hidden from the actor's side. */
export async function findPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  const row = await tx.selectFrom("plan").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toPlan(row);
}

/** The plan, locked until the transaction ends: nobody else changes it, its campaigns or its activities meanwhile. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  const row = await tx.selectFrom("plan").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && toPlan(row);
}

/** Saves a change of a locked plan as its next version. Refuses when somebody else was quicker. */
export async function savePlan(tx: Tx, now: Date, plan: Plan, change: PlanChange): Promise<Plan> {
  const row = await tx
    .updateTable("plan")
    .set({ ...toColumns(change), version: plan.version + 1, updated_at: now })
    .where("id", "=", plan.id)
    .where("version", "=", plan.version)
    .where("status", "=", plan.status)
    .returningAll()
    .executeTakeFirst();
  if (row) return toPlan(row);
  throw new DomainError({
    code: "stale-version",
    kind: "stale",
    message: sentence("Somebody changed this plan at the same moment. Open it again."),
  });
}

/** Says that something in a locked plan changed; its version stays, which counts changes of its own fields (docs/api.md). */
export async function touchPlan(tx: Tx, now: Date, id: string): Promise<void> {
  await tx.updateTable("plan").set({ updated_at: now }).where("id", "=", id).execute();
}

function minorOf(amount: Money | null | undefined): bigint | null | undefined {
  return amount === undefined ? undefined : (amount?.minor ?? null);
}

/** Only what is named changes: undefined columns are left out by the query builder. */
function toColumns(change: PlanChange) {
  return {
    name: change.name,
    currency: change.currency,
    reviewer_email: change.reviewerEmail,
    reviewer_id: change.reviewerId,
    amount_approved: minorOf(change.amountApproved),
    committed_fund_id: change.committedFundId,
    status: change.status,
    round: change.round,
    due_at: change.dueAt,
    due_on: change.dueOn,
    due_side: change.dueSide,
    reason_code: change.reasonCode,
    first_submitted_at: change.firstSubmittedAt,
    submitted_at: change.submittedAt,
    submitted_by: change.submittedBy,
    opened_by: change.openedBy,
    decided_at: change.decidedAt,
    decided_by: change.decidedBy,
  };
}

/** A row of the table as the rest of the slice knows it. */
export interface PlanRow {
  id: string;
  partner_id: string;
  number: string;
  name: string;
  program_id: string;
  location_id: string;
  fund_type: string;
  period: string;
  period_from: string;
  period_to: string;
  edition_id: string;
  currency: string;
  reviewer_email: string;
  reviewer_id: string;
  amount_approved: bigint | null;
  committed_fund_id: string | null;
  status: string;
  round: number;
  version: number;
  due_at: Date | null;
  due_on: string | null;
  due_side: string | null;
  reason_code: string | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  first_submitted_at: Date | null;
  submitted_at: Date | null;
  submitted_by: string | null;
  opened_by: string | null;
  decided_at: Date | null;
  decided_by: string | null;
}

/** Reads a row. The checks of the table guarantee the two narrowings. */
export function toPlan(row: PlanRow): Plan {
  return {
    id: row.id,
    partnerId: row.partner_id,
    number: row.number,
    name: row.name,
    programId: row.program_id,
    locationId: row.location_id,
    fundType: row.fund_type,
    period: { code: row.period, from: row.period_from, to: row.period_to },
    editionId: row.edition_id,
    currency: row.currency,
    reviewerEmail: row.reviewer_email,
    reviewerId: row.reviewer_id,
    amountApproved: row.amount_approved === null ? null : { minor: row.amount_approved, currency: row.currency },
    committedFundId: row.committed_fund_id,
    status: row.status as PlanStatus,
    round: row.round,
    version: row.version,
    dueAt: row.due_at,
    dueOn: row.due_on,
    dueSide: row.due_side as Plan["dueSide"],
    reasonCode: row.reason_code,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    firstSubmittedAt: row.first_submitted_at,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    openedBy: row.opened_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  };
}
