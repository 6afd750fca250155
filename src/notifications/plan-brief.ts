import type { Tx } from "../platform/database/index.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/**
 * Reads a plan for a notification. The one place where this slice looks at tables of plans, and it only reads: notifications
 * know events, and an event names its plan by id. In charge is the reviewer of the plan.
 */
export async function planBrief(tx: Tx, planId: string): Promise<SubjectBrief | undefined> {
  const row = await tx
    .selectFrom("plan")
    .innerJoin("program", "program.id", "plan.program_id")
    .innerJoin("location", "location.id", "plan.location_id")
    .innerJoin("organisation", "organisation.id", "plan.partner_id")
    .select([
      "plan.id",
      "plan.number",
      "plan.name",
      "plan.round",
      "plan.partner_id",
      "plan.program_id",
      "plan.location_id",
      "plan.created_by",
      "plan.submitted_by",
      "plan.reviewer_id",
      "plan.due_on",
      "plan.due_side",
      "program.name as program_name",
      "location.name as location_name",
      "organisation.display_name as partner_name",
    ])
    .where("plan.id", "=", planId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: "plan",
    id: row.id,
    number: row.number,
    name: row.name,
    round: row.round,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    programId: row.program_id,
    programName: row.program_name,
    locationId: row.location_id,
    locationName: row.location_name,
    authors: [row.created_by, row.submitted_by].filter((id) => id !== null),
    inCharge: row.reviewer_id,
    answerBy: row.due_side === "partner" ? row.due_on : null,
  };
}
