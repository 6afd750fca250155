import { sql } from "kysely";
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
  /**
   * What it takes of the activity's budget and the plan's limit, in minor units: the approved amount where one is decided, else
   * what was asked for at the last submission, as long as that waits for its decision. A claim that the partner has back
   * to answer waits too; what is asked for in a draft does not count.
   */
  readonly held: bigint;
}

/** Statuses of a claim in which nothing is decided and something may still come. */
const OPEN = ["editing", "submitted", "under_review", "action_required"];
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
      HELD.as("held"),
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
    held: row.held,
  }));
}

/** See {@link ActivityClaimRow.held}. An open request keeps the partner's clock running, also while he edits. */
const HELD = sql<bigint>`case
  when claim.status = 'approved' then claim.amount_approved
  when claim.status in ('submitted', 'under_review', 'action_required') or (claim.status = 'editing' and claim.due_side = 'partner')
  then coalesce((select d.amount from claim_decision d where d.claim_id = claim.id and d.verb = 'submit'
                  order by d.decided_at desc, d.id desc limit 1), 0)
  else 0 end`;

/** What claims take of a budget or limit: what waits for its decision, and what was approved. */
export function takenBy(claims: readonly ActivityClaimRow[]): { readonly waiting: bigint; readonly approved: bigint } {
  let waiting = 0n;
  let approved = 0n;
  for (const { amountApproved, held } of claims) {
    if (amountApproved === null) waiting += held;
    else approved += held;
  }
  return { waiting, approved };
}

/** {@link takenBy} all claims of a plan. The caller holds the lock of the plan where the answer decides about money. */
export async function takenOfPlan(tx: Tx, planId: string): Promise<ReturnType<typeof takenBy>> {
  return takenBy(await claimsOfPlan(tx, planId));
}

/** Whether a claim may still change what the plan owes. */
export function isOpenClaim({ status }: ActivityClaimRow): boolean {
  return OPEN.includes(status);
}
