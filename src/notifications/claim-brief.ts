import type { Tx } from "../platform/database/index.ts";

/** What a notification needs to know of a claim. */
export interface ClaimBrief {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly round: number;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly programId: string;
  readonly programName: string;
  readonly locationId: string;
  readonly locationName: string;
  /** Who made it and who sent it last. */
  readonly authors: readonly string[];
  /** Who has it in hand at the vendor: the assignee, else whoever opened it last; null when nobody. */
  readonly inCharge: string | null;
  /** The day by which the partner must answer; null while no clock of the partner runs. */
  readonly answerBy: string | null;
}

/**
 * Reads a claim for a notification. The one place where this slice looks at tables of claims and reviews, and it only reads:
 * notifications know events, and an event names its claim by id.
 */
export async function claimBrief(tx: Tx, claimId: string): Promise<ClaimBrief | undefined> {
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
