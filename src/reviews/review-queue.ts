import { sql } from "kysely";
import type { ClaimStatus } from "../claims/index.ts";
import { inScopes, scopesOf } from "../identity/index.ts";
import type { Actor } from "../kernel/index.ts";
import type { PlanStatus } from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** Statuses in which something waits for the vendor; claims and plans have the same names for them. */
export const WAITING = ["submitted", "under_review"] as const satisfies readonly (ClaimStatus & PlanStatus)[];

/** Which rows of the queue are asked for: those in a status, or one by its id in whatever status. */
export type QueueOf = { readonly statuses: readonly string[] } | { readonly id: string };

const NAMES = [
  "program.code as program_code",
  "location.name as location_name",
  "organisation.display_name as partner_name",
] as const;

function claims(tx: Tx, actor: Actor, of: QueueOf) {
  const query = tx
    .selectFrom("claim")
    .innerJoin("program", "program.id", "claim.program_id")
    .innerJoin("location", "location.id", "claim.location_id")
    .innerJoin("organisation", "organisation.id", "claim.partner_id")
    .leftJoin("review_assignment", "review_assignment.subject_id", "claim.id")
    .where(
      inScopes(scopesOf(actor, "claim.view"), {
        program: sql.ref("claim.program_id"),
        location: sql.ref("claim.location_id"),
      }),
    )
    .select([
      sql<"claim" | "plan">`'claim'`.as("kind"),
      "claim.id",
      "claim.number",
      "claim.name",
      "claim.status",
      sql<bigint>`coalesce(claim.amount_claimed, 0)`.as("amount"),
      "claim.currency",
      "claim.due_at",
      "claim.due_on",
      "claim.submitted_at",
      "claim.partner_id",
      "claim.location_id",
      ...NAMES,
      "review_assignment.assignee_id",
      sql<number>`coalesce(review_assignment.version, 0)`.as("review_version"),
    ]);
  return "id" in of ? query.where("claim.id", "=", of.id) : query.where("claim.status", "in", of.statuses);
}

/** A plan is always with a reviewer; who takes it over becomes its reviewer. Its version is that of the plan. */
function plans(tx: Tx, actor: Actor, of: QueueOf) {
  const query = tx
    .selectFrom("plan")
    .innerJoin("program", "program.id", "plan.program_id")
    .innerJoin("location", "location.id", "plan.location_id")
    .innerJoin("organisation", "organisation.id", "plan.partner_id")
    .where(
      inScopes(scopesOf(actor, "plan.view"), {
        program: sql.ref("plan.program_id"),
        location: sql.ref("plan.location_id"),
      }),
    )
    .select([
      sql<"claim" | "plan">`'plan'`.as("kind"),
      "plan.id",
      "plan.number",
      "plan.name",
      "plan.status",
      sql<bigint>`(select coalesce(sum(a.budget), 0)::bigint from activity a where a.plan_id = plan.id)`.as("amount"),
      "plan.currency",
      "plan.due_at",
      "plan.due_on",
      "plan.submitted_at",
      "plan.partner_id",
      "plan.location_id",
      ...NAMES,
      "plan.reviewer_id as assignee_id",
      "plan.version as review_version",
    ]);
  return "id" in of ? query.where("plan.id", "=", of.id) : query.where("plan.status", "in", of.statuses);
}

/** Everything that is to be decided, claims and plans as one list, in the actor's scope. To be narrowed by the caller. */
export function queueQuery(tx: Tx, actor: Actor, of: QueueOf) {
  return tx
    .selectFrom(
      claims(tx, actor, of)
        .unionAll(plans(tx, actor, of))
        .as("queue"),
    )
    .selectAll("queue");
}

/** A row of the queue. */
export type QueueRow = Awaited<ReturnType<ReturnType<typeof queueQuery>["executeTakeFirstOrThrow"]>>;
