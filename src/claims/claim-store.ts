import { sql } from "kysely";
import { type Command, DomainError, newUuid } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim, ClaimAnswers, ClaimChange, ListedClaim } from "./claim.ts";
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

/** The columns of {@link ListedClaim}. */
export const LISTED = [
  "claim.id",
  "claim.partner_id",
  "claim.program_id",
  "claim.location_id",
  "claim.number",
  "claim.name",
  "claim.edition_id",
  "claim.usage_period",
  "claim.activity_type",
  "claim.plan_activity_id",
  "claim.execution_date",
  "claim.currency",
  "claim.amount_claimed",
  "claim.amount_approved",
  "claim.status",
  "claim.version",
  "claim.due_at",
  "claim.due_on",
  "claim.due_side",
  "claim.created_by",
  "claim.submitted_by",
  "claim.updated_at",
] as const;

/** A row of {@link LISTED}. */
interface ListedRow {
  id: string;
  partner_id: string;
  program_id: string;
  location_id: string;
  number: string;
  name: string;
  edition_id: string;
  usage_period: string;
  activity_type: string;
  plan_activity_id: string | null;
  execution_date: string | null;
  currency: string;
  amount_claimed: bigint | null;
  amount_approved: bigint | null;
  status: string;
  version: number;
  due_at: Date | null;
  due_on: string | null;
  due_side: string | null;
  created_by: string;
  submitted_by: string | null;
  updated_at: Date;
}

/** The columns of {@link ClaimAnswers}. */
export const ANSWERS = ["claim.fields", "claim.sponsors", "claim.share_percent", "claim.event"] as const;

/** A row of {@link ANSWERS}. */
interface AnswersRow {
  fields: unknown;
  sponsors: number | null;
  share_percent: string | null;
  event: string | null;
}

/** A row of the table as the rest of the slice knows it. */
interface ClaimRow extends ListedRow, AnswersRow {
  fund_id: string;
  pre_approval_id: string | null;
  round: number;
  reason_code: string | null;
  acknowledged: string[];
  created_at: Date;
  submitted_at: Date | null;
  opened_by: string | null;
  decided_at: Date | null;
  decided_by: string | null;
}

/** Reads what a list shows. The checks of the table guarantee the two narrowings. */
export function toListed(row: ListedRow): ListedClaim {
  const amount = (minor: bigint | null): Money | null => (minor === null ? null : { minor, currency: row.currency });
  return {
    id: row.id,
    partnerId: row.partner_id,
    programId: row.program_id,
    locationId: row.location_id,
    number: row.number,
    name: row.name,
    editionId: row.edition_id,
    usagePeriod: row.usage_period,
    activityType: row.activity_type,
    planActivityId: row.plan_activity_id,
    executionDate: row.execution_date,
    currency: row.currency,
    amountClaimed: amount(row.amount_claimed),
    amountApproved: amount(row.amount_approved),
    status: row.status as ClaimStatus,
    version: row.version,
    dueAt: row.due_at,
    dueOn: row.due_on,
    dueSide: row.due_side as Claim["dueSide"],
    createdBy: row.created_by,
    submittedBy: row.submitted_by,
    updatedAt: row.updated_at,
  };
}

/** Reads what only some programs ask. */
export function toAnswers(row: AnswersRow): ClaimAnswers {
  return {
    // Sound because the schema of the two bodies lets nothing else in.
    fields: row.fields as Claim["fields"],
    sponsors: row.sponsors,
    sharePercent: row.share_percent,
    event: row.event,
  };
}

/** Reads a whole row. */
export function toClaim(row: ClaimRow): Claim {
  return {
    ...toListed(row),
    ...toAnswers(row),
    fundId: row.fund_id,
    preApprovalId: row.pre_approval_id,
    round: row.round,
    reasonCode: row.reason_code,
    acknowledged: row.acknowledged,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    openedBy: row.opened_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  };
}
