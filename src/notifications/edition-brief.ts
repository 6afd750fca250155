import type { Tx } from "../platform/database/index.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/**
 * Reads a version of a program's rules for a notification, and only reads. It belongs to no partner and no location. In charge is
 * whoever asked for its publication last.
 */
export async function editionBrief(tx: Tx, editionId: string): Promise<SubjectBrief | undefined> {
  const row = await tx
    .selectFrom("program_edition")
    .innerJoin("program", "program.id", "program_edition.program_id")
    .select([
      "program_edition.id",
      "program_edition.program_year",
      "program_edition.version",
      "program_edition.created_by",
      "program_edition.program_id",
      "program.name",
    ])
    .where("program_edition.id", "=", editionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const asked = await tx
    .selectFrom("event")
    .select("actor_person_id")
    .where("subject_type", "=", "edition")
    .where("subject_id", "=", editionId)
    .where("type", "=", "edition.publication-requested")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return {
    kind: "edition",
    id: row.id,
    number: `${row.program_year} v${row.version}`,
    name: row.name,
    round: 1,
    partnerId: "",
    partnerName: "",
    programId: row.program_id,
    programName: row.name,
    locationId: null,
    locationName: "",
    authors: [row.created_by],
    inCharge: asked?.actor_person_id ?? null,
    answerBy: null,
  };
}
