import { sql } from "kysely";
import { type Command, DomainError, newUuid } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim, ClaimAnswers, ClaimChange } from "./claim.ts";
import type { ClaimStatus } from "./claim-transitions.ts";

/** A claim that does not exist yet. */
export type NewClaim = Pick<
  Claim,
  | "partnerId"
  | "programId"
  | "locationId"
  | "fundId"
  | "editionId"
  | "usagePeriod"
  | "activityType"
  | "planActivityId"
  | "name"
  | "executionDate"
  | "currency"
  | "amountClaimed"
  | "preApprovalId"
  | keyof ClaimAnswers
>;

/** Writes a new claim in `editing` with the next number (`C-2026-000123`). The only place where claims come into being. */
export async function insertClaim(tx: Tx, { actor, now }: Command, claim: NewClaim): Promise<Claim> {
  const row = await tx
    .insertInto("claim")
    .values({
      id: newUuid(now),
      partner_id: claim.partnerId,
      number: sql<string>`'C-' || ${String(now.getUTCFullYear())}::text || '-' || lpad(nextval('claim_number_seq')::text, 6, '0')`,
      name: claim.name,
      program_id: claim.programId,
      location_id: claim.locationId,
      fund_id: claim.fundId,
      edition_id: claim.editionId,
      usage_period: claim.usagePeriod,
      activity_type: claim.activityType,
      plan_activity_id: claim.planActivityId,
      execution_date: claim.executionDate,
      currency: claim.currency,
      amount_claimed: claim.amountClaimed?.minor ?? null,
      pre_approval_id: claim.preApprovalId,
      fields: JSON.stringify(claim.fields),
      sponsors: claim.sponsors,
      share_percent: claim.sharePercent,
      event: claim.event,
      status: "editing",
      created_at: now,
      created_by: actor.personId,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toClaim(row);
}

/** The claim, or undefined when it is unknown or hidden from the actor's side. */
export async function findClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await tx.selectFrom("claim").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toClaim(row);
}

/** The claim, locked until the transaction ends: nobody else decides on it meanwhile. */
export async function lockClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await tx.selectFrom("claim").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && toClaim(row);
}

/** Saves a change of a locked claim as its next version. Refuses when somebody else was quicker. */
export async function saveClaim(tx: Tx, now: Date, claim: Claim, change: ClaimChange): Promise<Claim> {
  const row = await tx
    .updateTable("claim")
    .set({ ...toColumns(change), version: claim.version + 1, updated_at: now })
    .where("id", "=", claim.id)
    .where("version", "=", claim.version)
    .where("status", "=", claim.status)
    .returningAll()
    .executeTakeFirst();
  if (row) return toClaim(row);
  throw new DomainError({
    code: "stale-version",
    kind: "stale",
    message: "Somebody changed this claim at the same moment. Open it again.",
  });
}

function minorOf(amount: Money | null | undefined): bigint | null | undefined {
  return amount === undefined ? undefined : (amount?.minor ?? null);
}

/** Only what is named changes: undefined columns are left out by the query builder. */
function toColumns(change: ClaimChange) {
  return {
    name: change.name,
    fund_id: change.fundId,
    edition_id: change.editionId,
    usage_period: change.usagePeriod,
    activity_type: change.activityType,
    execution_date: change.executionDate,
    amount_claimed: minorOf(change.amountClaimed),
    amount_approved: minorOf(change.amountApproved),
    pre_approval_id: change.preApprovalId,
    fields: change.fields === undefined ? undefined : JSON.stringify(change.fields),
    sponsors: change.sponsors,
    share_percent: change.sharePercent,
    event: change.event,
    status: change.status,
    round: change.round,
    due_at: change.dueAt,
    due_on: change.dueOn,
    due_side: change.dueSide,
    reason_code: change.reasonCode,
    acknowledged: change.acknowledged === undefined ? undefined : [...change.acknowledged],
    submitted_at: change.submittedAt,
    submitted_by: change.submittedBy,
    opened_by: change.openedBy,
    decided_at: change.decidedAt,
    decided_by: change.decidedBy,
  };
}

/** A row of the table as the rest of the slice knows it. */
export interface ClaimRow {
  id: string;
  partner_id: string;
  number: string;
  name: string;
  program_id: string;
  location_id: string;
  fund_id: string;
  edition_id: string;
  usage_period: string;
  activity_type: string;
  plan_activity_id: string | null;
  execution_date: string | null;
  currency: string;
  amount_claimed: bigint | null;
  amount_approved: bigint | null;
  pre_approval_id: string | null;
  fields: unknown;
  sponsors: number | null;
  share_percent: string | null;
  event: string | null;
  status: string;
  round: number;
  version: number;
  due_at: Date | null;
  due_on: string | null;
  due_side: string | null;
  reason_code: string | null;
  acknowledged: string[];
  created_at: Date;
  created_by: string;
  updated_at: Date;
  submitted_at: Date | null;
  submitted_by: string | null;
  opened_by: string | null;
  decided_at: Date | null;
  decided_by: string | null;
}

/** Reads a row. The checks of the table guarantee the two narrowings. */
export function toClaim(row: ClaimRow): Claim {
  const amount = (minor: bigint | null): Money | null => (minor === null ? null : { minor, currency: row.currency });
  return {
    id: row.id,
    partnerId: row.partner_id,
    number: row.number,
    name: row.name,
    programId: row.program_id,
    locationId: row.location_id,
    fundId: row.fund_id,
    editionId: row.edition_id,
    usagePeriod: row.usage_period,
    activityType: row.activity_type,
    planActivityId: row.plan_activity_id,
    executionDate: row.execution_date,
    currency: row.currency,
    amountClaimed: amount(row.amount_claimed),
    amountApproved: amount(row.amount_approved),
    preApprovalId: row.pre_approval_id,
    // Sound because the schema of the two bodies lets nothing else in.
    fields: row.fields as Claim["fields"],
    sponsors: row.sponsors,
    sharePercent: row.share_percent,
    event: row.event,
    status: row.status as ClaimStatus,
    round: row.round,
    version: row.version,
    dueAt: row.due_at,
    dueOn: row.due_on,
    dueSide: row.due_side as Claim["dueSide"],
    reasonCode: row.reason_code,
    acknowledged: row.acknowledged,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    openedBy: row.opened_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  };
}
