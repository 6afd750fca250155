import type { Tx } from "../platform/database/index.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/**
 * Reads an enrollment for a notification. The one place where this slice looks at tables of enrollments, and it only reads. It is
 * called by its program and program year, and named after its location.
 */
export async function enrollmentBrief(tx: Tx, enrollmentId: string): Promise<SubjectBrief | undefined> {
  const row = await tx
    .selectFrom("enrollment")
    .innerJoin("program", "program.id", "enrollment.program_id")
    .innerJoin("program_edition", "program_edition.id", "enrollment.edition_id")
    .innerJoin("location", "location.id", "enrollment.location_id")
    .innerJoin("organisation", "organisation.id", "enrollment.partner_id")
    .leftJoin("invitation", "invitation.enrollment_id", "enrollment.id")
    .select([
      "enrollment.id",
      "enrollment.partner_id",
      "enrollment.program_id",
      "enrollment.location_id",
      "enrollment.program_year",
      "enrollment.status",
      "enrollment.unmet",
      "program.name as program_name",
      "program_edition.document",
      "location.name as location_name",
      "organisation.display_name as partner_name",
      "invitation.expires_on",
    ])
    .where("enrollment.id", "=", enrollmentId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: "enrollment",
    id: row.id,
    number: `${row.program_name} ${row.program_year}`,
    name: row.location_name,
    round: 1,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    programId: row.program_id,
    programName: row.program_name,
    locationId: row.location_id,
    locationName: row.location_name,
    authors: [],
    inCharge: null,
    answerBy: row.status === "invited" ? row.expires_on : null,
    unmet: row.unmet.map((code) => nameOf(row.document, code) ?? code).join("; "),
  };
}

/** The name of a requirement, wherever in the document it stands. */
function nameOf(document: unknown, code: string): string | undefined {
  if (Array.isArray(document)) return firstOf(document, code);
  if (typeof document !== "object" || document === null) return undefined;
  const { kind, code: own, name } = document as { kind?: unknown; code?: unknown; name?: unknown };
  if (kind === "requirement" && own === code) return typeof name === "string" ? name : undefined;
  const inside = "enrollment" in document ? [document.enrollment] : Object.values(document);
  return firstOf(inside, code);
}

function firstOf(parts: readonly unknown[], code: string): string | undefined {
  for (const part of parts) {
    const found = nameOf(part, code);
    if (found !== undefined) return found;
  }
  return undefined;
}
