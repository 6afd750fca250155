import type { Tx } from "../platform/database/index.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/**
 * Reads a claim for a notification. The one place where this slice looks at tables of claims and reviews, and it only reads:
 * notifications know events, and an event names its claim by id. In charge is the assignee, else whoever opened it last.
 */
export async function claimBrief(tx: Tx, claimId: string): Promise<SubjectBrief | undefined> {
  const row = await tx
    .selectFrom("claim")
    .innerJoin("program", "program.id", "claim.program_id")
    .innerJoin("location", "location.id", "claim.location_id")
    .innerJoin("organisation", "organisation.id", "claim.partner_id")
    .leftJoin("review_assignment", "review_assignment.subject_id", "claim.id")
    .select([
      "claim.id",
      "claim.number",
      "claim.name",
      "claim.round",
      "claim.partner_id",
      "claim.program_id",
      "claim.location_id",
      "claim.created_by",
      "claim.submitted_by",
      "claim.opened_by",
      "claim.due_on",
      "claim.due_side",
      "program.name as program_name",
      "location.name as location_name",
      "organisation.display_name as partner_name",
      "review_assignment.assignee_id",
    ])
    .where("claim.id", "=", claimId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: "claim",
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
    inCharge: row.assignee_id ?? row.opened_by,
    answerBy: row.due_side === "partner" ? row.due_on : null,
  };
}
