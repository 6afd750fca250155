import { sql } from "kysely";
import type { z } from "zod";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, enforce, type IsoDate, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { editionById } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import type { EnrollmentQuery } from "./enrollment-contract.ts";
import { assertSees, mayView } from "./enrollment-policy.ts";
import { enrollmentFrom, findEnrollment } from "./enrollment-store.ts";
import { type EnrollmentOut, enrollmentOut, type NamedEnrollment } from "./enrollment-wire.ts";
import { invitationFrom } from "./invitation-store.ts";

/** Which enrollment is asked for: that of a program year, or the one whose program year holds a day. */
export type EnrollmentOf = { readonly locationId: string; readonly programId: string } & (
  | { readonly programYear: string }
  | { readonly date: IsoDate }
);

/** The enrollment of a location in a program for a program year or on a day, if there is one. */
export async function enrollmentOf(tx: Tx, of: EnrollmentOf): Promise<Enrollment | undefined> {
  const query = tx
    .selectFrom("enrollment")
    .innerJoin("program_edition", "program_edition.id", "enrollment.edition_id")
    .selectAll("enrollment")
    .where("enrollment.location_id", "=", of.locationId)
    .where("enrollment.program_id", "=", of.programId);
  const row = await ("programYear" in of
    ? query.where("enrollment.program_year", "=", of.programYear)
    : query.where("program_edition.starts_on", "<=", of.date).where("program_edition.ends_on", ">=", of.date)
  ).executeTakeFirst();
  return row && enrollmentFrom(row);
}

function withNames(tx: Tx) {
  return tx
    .selectFrom("enrollment")
    .innerJoin("location", "location.id", "enrollment.location_id")
    .innerJoin("organisation", "organisation.id", "enrollment.partner_id")
    .innerJoin("program", "program.id", "enrollment.program_id")
    .selectAll("enrollment")
    .select([
      "program.code as program_code",
      "program.name as program_name",
      "location.name as location_name",
      "location.partner_number",
      "organisation.display_name as partner_name",
    ]);
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>["executeTakeFirstOrThrow"]>>;

/** Rows with their invitations and editions, each read once for all of them. */
async function resources(
  tx: Tx,
  actor: Actor,
  rows: readonly NamedRow[],
  options: { readonly abilities: boolean },
): Promise<EnrollmentOut[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const invitations = await tx.selectFrom("invitation").selectAll().where("enrollment_id", "in", ids).execute();
  const invitationOf = new Map(invitations.map((row) => [row.enrollment_id, invitationFrom(row)]));
  const resource = async (row: NamedRow): Promise<EnrollmentOut> => {
    const named: NamedEnrollment = {
      enrollment: enrollmentFrom(row),
      invitation: invitationOf.get(row.id),
      programCode: row.program_code,
      programName: row.program_name,
      locationName: row.location_name,
      partnerNumber: row.partner_number,
      partnerName: row.partner_name,
    };
    // Only for the names of what is unmet; published editions are remembered.
    const edition = row.unmet.length > 0 ? await editionById(tx, row.edition_id) : undefined;
    return enrollmentOut(actor, named, edition, options);
  };
  const made: EnrollmentOut[] = [];
  for (const row of rows) made.push(await resource(row));
  return made;
}

/** The enrollments in the actor's programs and locations. */
export async function listEnrollments(
  tx: Tx,
  actor: Actor,
  list: z.output<typeof EnrollmentQuery>,
): Promise<Page<EnrollmentOut>> {
  enforce(mayView(actor));
  const { program, location, status, include } = list;
  let query = withNames(tx).where(
    inScopes(scopesOf(actor, "program.view"), {
      program: sql`enrollment.program_id`,
      location: sql`enrollment.location_id`,
    }),
  );
  if (program !== undefined) query = query.where("program.code", "=", program);
  if (location !== undefined) query = query.where("enrollment.location_id", "=", location);
  if (status !== undefined) query = query.where("enrollment.status", "in", status);
  const found = await page(query, {
    sorts: {
      expiresOn: { by: sql`enrollment.expires_on`, type: "date" },
      location: { by: sql`lower(location.name)`, type: "text" },
    },
    defaultSort: "-expiresOn",
    idRef: sql`enrollment.id`,
    list,
  });
  return {
    items: await resources(tx, actor, found.items, { abilities: include === "abilities" }),
    nextCursor: found.nextCursor,
  };
}

/** One enrollment; 404 outside the actor's programs and locations. */
export async function getEnrollment(tx: Tx, actor: Actor, id: string): Promise<Enrollment> {
  const enrollment = await findEnrollment(tx, id);
  assertSees(actor, enrollment);
  return enrollment;
}

/** The resource of one enrollment; 404 outside the actor's programs and locations. */
export async function showEnrollment(tx: Tx, actor: Actor, id: string): Promise<EnrollmentOut> {
  await getEnrollment(tx, actor, id);
  const row = await withNames(tx).where("enrollment.id", "=", id).executeTakeFirst();
  const [shown] = row ? await resources(tx, actor, [row], { abilities: true }) : [];
  if (!shown) throw notFound("enrollment");
  return shown;
}
