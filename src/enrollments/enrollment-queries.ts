import { sql } from "kysely";
import type { z } from "zod";
import { inScopes, scopesOf } from "../identity/index.ts";
import { type Actor, enforce, type IsoDate, idText, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import type { Enrollment } from "./enrollment.ts";
import type { EnrollmentQuery, EnrollmentResource } from "./enrollment-contract.ts";
import { assertInScope, faceFor, mayView } from "./enrollment-policy.ts";
import { enrollmentFrom } from "./enrollment-store.ts";

type EnrollmentOut = z.input<typeof EnrollmentResource>;

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

function enrollmentOut(actor: Actor, row: NamedRow): EnrollmentOut {
  const enrollment = enrollmentFrom(row);
  const pair = { programId: enrollment.programId, locationId: enrollment.locationId };
  return {
    id: idText("enrollment", enrollment.id),
    program: row.program_code,
    programName: row.program_name,
    programYear: enrollment.programYear,
    location: { id: idText("location", enrollment.locationId), name: row.location_name, partnerId: row.partner_number },
    partner: { id: idText("organisation", enrollment.partnerId), name: row.partner_name },
    status: enrollment.status,
    face: faceFor(actor, enrollment.status, pair),
    payoutReady: enrollment.payoutReady,
    acceptedAt: enrollment.acceptedAt?.toISOString() ?? null,
    earningsStartOn: enrollment.earningsStartOn,
    expiresOn: enrollment.expiresOn,
    partnerType: enrollment.partnerType,
    partnerTier: enrollment.partnerTier,
    standing: [...enrollment.standing],
    version: enrollment.version,
  };
}

/** The enrollments in the actor's programs and locations. */
export async function listEnrollments(
  tx: Tx,
  actor: Actor,
  list: z.output<typeof EnrollmentQuery>,
): Promise<Page<EnrollmentOut>> {
  enforce(mayView(actor));
  const { program, location, status } = list;
  let query = withNames(tx).where(
    inScopes(scopesOf(actor, "program.view"), {
      program: sql`enrollment.program_id`,
      location: sql`enrollment.location_id`,
    }),
  );
  if (program !== undefined) query = query.where("program.code", "=", program);
  if (location !== undefined) query = query.where("enrollment.location_id", "=", location);
  if (status !== undefined) query = query.where("enrollment.status", "=", status);
  const found = await page(query, {
    sorts: {
      expiresOn: { by: sql`enrollment.expires_on`, type: "date" },
      location: { by: sql`lower(location.name)`, type: "text" },
    },
    defaultSort: "-expiresOn",
    idRef: sql`enrollment.id`,
    list,
  });
  return { items: found.items.map((row) => enrollmentOut(actor, row)), nextCursor: found.nextCursor };
}

/** One enrollment; 404 outside the actor's programs and locations. */
export async function showEnrollment(tx: Tx, actor: Actor, id: string): Promise<EnrollmentOut> {
  const row = await withNames(tx).where("enrollment.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("enrollment");
  assertInScope(actor, { programId: row.program_id, locationId: row.location_id });
  return enrollmentOut(actor, row);
}
