import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** A claim that names an activity, as far as plans look at one. */
export interface ActivityClaimRow {
  readonly id: string;
  readonly activityId: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly amountClaimed: Money | null;
  readonly amountApproved: Money | null;
}

/** Statuses of a claim in which nothing is decided and something may still come. */
const OPEN = ["editing", "submitted", "under_review", "action_required"];
/** Statuses in which what is claimed counts against the budget: handed in and not decided. */
const WAITING = ["submitted", "under_review", "action_required"];

/**
 * The claims of a plan's activities, oldest first. The one place where plans look at the table of claims, and they only read:
 * claims stand behind plans and know them, not the other way round.
 */
export async function claimsOfPlan(tx: Tx, planId: string): Promise<ActivityClaimRow[]> {
  const rows = await tx
    .selectFrom("claim")
    .innerJoin("activity", "activity.id", "claim.plan_activity_id")
    .select([
      "claim.id",
      "activity.id as activity_id",
      "claim.number",
      "claim.name",
      "claim.status",
      "claim.currency",
      "claim.amount_claimed",
      "claim.amount_approved",
    ])
    .where("activity.plan_id", "=", planId)
    .orderBy("claim.created_at")
    .orderBy("claim.id")
    .execute();
  const amount = (minor: bigint | null, currency: string): Money | null =>
    minor === null ? null : { minor, currency };
  return rows.map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    number: row.number,
    name: row.name,
    status: row.status,
    amountClaimed: amount(row.amount_claimed, row.currency),
    amountApproved: amount(row.amount_approved, row.currency),
  }));
}

/** What claims take of a budget: the approved amount where one is decided, else what is asked for and waits. */
export function takenBy(claims: readonly ActivityClaimRow[]): { readonly waiting: bigint; readonly approved: bigint } {
  let waiting = 0n;
  let approved = 0n;
  for (const { status, amountClaimed, amountApproved } of claims) {
    if (amountApproved !== null) approved += amountApproved.minor;
    else if (WAITING.includes(status)) waiting += amountClaimed?.minor ?? 0n;
  }
  return { waiting, approved };
}

/** Whether a claim may still change what the plan owes. */
export function isOpenClaim({ status }: ActivityClaimRow): boolean {
  return OPEN.includes(status);
}
