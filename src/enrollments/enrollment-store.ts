import type { Selectable } from "kysely";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";

/** What changes in an enrollment's row when something happens to it. */
export type EnrollmentChange = Partial<
  Pick<Enrollment, "status" | "payoutReady" | "acceptedAt" | "earningsStartOn" | "unmet" | "checkedAt">
> & { readonly acceptedBy?: string | null };

/** The row of an enrollment in the program's own words. */
export function enrollmentFrom(row: Selectable<DB["enrollment"]>): Enrollment {
  return {
    id: row.id,
    partnerId: row.partner_id,
    locationId: row.location_id,
    programId: row.program_id,
    editionId: row.edition_id,
    programYear: row.program_year,
    status: row.status as EnrollmentStatus, // the database checks the status
    payoutReady: row.payout_ready,
    acceptedAt: row.accepted_at,
    earningsStartOn: row.earnings_start_on,
    expiresOn: row.expires_on,
    version: row.version,
    partnerType: row.partner_type,
    partnerTier: row.partner_tier,
    standing: row.standing,
    checkedAt: row.checked_at,
    unmet: row.unmet,
  };
}

/** Reads an enrollment and locks it until the end of the transaction. */
export async function lockEnrollment(tx: Tx, id: string): Promise<Enrollment | undefined> {
  const row = await tx.selectFrom("enrollment").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && enrollmentFrom(row);
}

/** Reads an enrollment. */
export async function findEnrollment(tx: Tx, id: string): Promise<Enrollment | undefined> {
  const row = await tx.selectFrom("enrollment").selectAll().where("id", "=", id).executeTakeFirst();
  return row && enrollmentFrom(row);
}

/** Writes a new enrollment. False where the location has one for the program year, also one that is being written just now. */
export async function insertEnrollment(
  tx: Tx,
  enrollment: Enrollment,
  by: { readonly now: Date; readonly acceptedBy: string | null; readonly renewedFrom?: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("enrollment")
    .values({
      id: enrollment.id,
      partner_id: enrollment.partnerId,
      location_id: enrollment.locationId,
      program_id: enrollment.programId,
      edition_id: enrollment.editionId,
      program_year: enrollment.programYear,
      status: enrollment.status,
      payout_ready: enrollment.payoutReady,
      accepted_at: enrollment.acceptedAt,
      accepted_by: by.acceptedBy,
      earnings_start_on: enrollment.earningsStartOn,
      expires_on: enrollment.expiresOn,
      version: enrollment.version,
      partner_type: enrollment.partnerType,
      partner_tier: enrollment.partnerTier,
      standing: [...enrollment.standing],
      checked_at: enrollment.checkedAt,
      unmet: [...enrollment.unmet],
      renewed_from: by.renewedFrom ?? null,
      created_at: by.now,
      updated_at: by.now,
    })
    .onConflict((conflict) => conflict.columns(["partner_id", "location_id", "program_id", "program_year"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes the next version of an enrollment that is locked. */
export async function saveEnrollment(
  tx: Tx,
  now: Date,
  enrollment: Enrollment,
  change: EnrollmentChange,
): Promise<Enrollment> {
  const { status, payoutReady, acceptedAt, acceptedBy, earningsStartOn, unmet, checkedAt } = change;
  const row = await tx
    .updateTable("enrollment")
    .set({
      status,
      payout_ready: payoutReady,
      accepted_at: acceptedAt,
      accepted_by: acceptedBy,
      earnings_start_on: earningsStartOn,
      unmet: unmet && [...unmet],
      checked_at: checkedAt,
      version: enrollment.version + 1,
      updated_at: now,
    })
    .where("id", "=", enrollment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return enrollmentFrom(row);
}

/** Writes down when the requirements were judged and what was not met; nothing anybody could have decided on, so no next version. */
export async function noteChecked(tx: Tx, id: string, checkedAt: Date, unmet: readonly string[]): Promise<void> {
  await tx
    .updateTable("enrollment")
    .set({ checked_at: checkedAt, unmet: [...unmet] })
    .where("id", "=", id)
    .execute();
}
