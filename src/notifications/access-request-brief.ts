import type { Tx } from "../platform/database/index.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/** Reads a request for rights for a notification. Who asks stands on its page, never in a title or mail. */
export async function accessRequestBrief(tx: Tx, requestId: string): Promise<SubjectBrief | undefined> {
  const row = await tx
    .selectFrom("access_request")
    .innerJoin("program", "program.id", "access_request.program_id")
    .innerJoin("organisation", "organisation.id", "access_request.partner_id")
    .leftJoin("location", "location.id", "access_request.location_id")
    .select([
      "access_request.id",
      "access_request.partner_id",
      "access_request.program_id",
      "access_request.location_id",
      "program.name as program_name",
      "location.name as location_name",
      "organisation.display_name as partner_name",
    ])
    .where("access_request.id", "=", requestId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: "access-request",
    id: row.id,
    number: row.program_name,
    name: row.location_name ?? row.partner_name,
    round: 1,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    programId: row.program_id,
    programName: row.program_name,
    locationId: row.location_id,
    locationName: row.location_name ?? "all locations",
    authors: [],
    inCharge: null,
    answerBy: null,
  };
}
