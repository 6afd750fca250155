import type { Selectable } from "kysely";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";

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
  };
}

/** Writes a new enrollment. */
export async function insertEnrollment(
  tx: Tx,
  enrollment: Enrollment,
  by: { now: Date; acceptedBy: string | null },
): Promise<void> {
  await tx
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
      created_at: by.now,
      updated_at: by.now,
    })
    .execute();
}
