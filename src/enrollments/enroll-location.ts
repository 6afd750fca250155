import { loadLocation } from "../identity/index.ts";
import { type Command, DomainError, enforce, invalid, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { editionOfYear } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { mayEnroll } from "./enrollment-policy.ts";
import { insertEnrollment } from "./enrollment-store.ts";
import { todayOf } from "./judge-location.ts";
import { earningsFrom } from "./settle-enrollment.ts";

/** A location that takes part in a program from now on. */
export interface NewEnrollment {
  readonly locationId: string;
  readonly programId: string;
  /** Such as `FY27`; its edition must be published. */
  readonly programYear: string;
  /** Whether payout and tax data are complete; without them the partner has something to do first. */
  readonly payoutReady: boolean;
  /** Who accepted for the partner, where somebody did. */
  readonly acceptedBy?: string;
  /** What the partner is in this program, by the codes of its edition. */
  readonly partnerType?: string;
  readonly partnerTier?: string;
  /** Codes of the edition's `standing` that hold from the beginning. */
  readonly standing?: readonly string[];
}

/**
 * Enrols a location in a program for a program year, on the vendor's side and without an invitation. Earnings count from
 * the first day of the month in which all requirements were met (rulebook 5.7, T24), and never before the program year.
 *
 * Throws `edition-not-published` where the program year has no rules in force, `already-enrolled` where it took part before.
 */
export async function enrollLocation(tx: Tx, { actor, now }: Command, input: NewEnrollment): Promise<Enrollment> {
  const location = await loadLocation(tx, actor, input.locationId);
  enforce(mayEnroll(actor, input.programId));
  const edition = await editionOfYear(tx, input.programId, input.programYear);
  if (edition?.status !== "published") {
    throw invalid(
      "edition-not-published",
      `There is no published edition for ${input.programYear}. Publish it before partners enrol.`,
      [{ field: "programYear", code: "edition-not-published", message: "no published edition" }],
    );
  }
  const enrollment: Enrollment = {
    id: newUuid(now),
    partnerId: location.partnerId,
    locationId: location.id,
    programId: input.programId,
    editionId: edition.id,
    programYear: edition.programYear,
    status: input.payoutReady ? "enrolled" : "action_required",
    payoutReady: input.payoutReady,
    acceptedAt: now,
    earningsStartOn: input.payoutReady ? earningsFrom(edition, todayOf(edition, now)) : null,
    expiresOn: edition.endsOn,
    version: 1,
    partnerType: input.partnerType ?? null,
    partnerTier: input.partnerTier ?? null,
    standing: input.standing ?? [],
    checkedAt: null,
    unmet: [],
  };
  if (!(await insertEnrollment(tx, enrollment, { now, acceptedBy: input.acceptedBy ?? null }))) {
    throw new DomainError({
      code: "already-enrolled",
      kind: "conflict",
      message: `This location takes part in ${input.programYear} already.`,
    });
  }
  await events.record(tx, {
    at: now,
    type: "enrollment.enrolled",
    subjectType: "enrollment",
    subjectId: enrollment.id,
    partnerId: enrollment.partnerId,
    actor,
    toStatus: enrollment.status,
    payload: {
      program: enrollment.programId,
      location: enrollment.locationId,
      programYear: enrollment.programYear,
      payoutReady: enrollment.payoutReady,
    },
  });
  return enrollment;
}
