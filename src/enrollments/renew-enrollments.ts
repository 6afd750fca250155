import { sql } from "kysely";
import { addDays, type Command, dateIn, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn } from "../platform/jobs/index.ts";
import { type Edition, editionAt, unmetOf } from "../programs/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";
import { insertEnrollment, lockEnrollment } from "./enrollment-store.ts";
import { judgeLocation, todayOf } from "./judge-location.ts";
import { recordOf } from "./step-enrollment.ts";

const BATCH = 100;
/** Whoever agreed to take part and still does, or would if something were in order again. */
const CARRIED: readonly EnrollmentStatus[] = ["enrolled", "action_required", "validating", "ineligible"];

/**
 * Carries enrollments into the program year that began, without the partner (rulebook 4.6): on its first day, or once its edition is
 * published. Enrolled where the requirements of the new edition are met and payout data complete, else with what is
 * missing. Running it again finds nothing more to carry. Returns how many were carried over.
 */
export function renewEnrollments(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, {
    failure: "enrollments could not be carried over",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => renewIfDue(tx, id, now),
  });
}

/** Accepted enrollments whose year has ended, where the location has none for the year that follows. */
async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("enrollment")
    .select("enrollment.id")
    .where("enrollment.status", "in", CARRIED)
    .where("enrollment.accepted_at", "is not", null)
    .where("enrollment.expires_on", "<", addDays(dateIn("UTC", now), 1))
    .where(
      sql<boolean>`exists (
        select from program_edition e
         where e.program_id = enrollment.program_id and e.status = 'published' and e.starts_on = enrollment.expires_on + 1
           and e.ends_on >= ${addDays(dateIn("UTC", now), -1)}
           and not exists (select from enrollment n where n.partner_id = enrollment.partner_id
                and n.location_id = enrollment.location_id and n.program_id = enrollment.program_id
                and n.program_year = e.program_year))`,
    )
    .where("enrollment.id", ">", after)
    .orderBy("enrollment.id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

async function renewIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const before = await lockEnrollment(tx, id);
  if (!before || !CARRIED.includes(before.status)) return false;
  const edition = await editionAt(tx, before.programId, now);
  if (!edition || edition.startsOn !== addDays(before.expiresOn, 1)) return false;
  const carried = await carriedOver(tx, before, edition, now);
  const command: Command = { actor: SYSTEM_ACTOR, now };
  if (!(await insertEnrollment(tx, carried, { now, acceptedBy: null, renewedFrom: before.id }))) return false;
  await recordOf(tx, command, carried, EVENT_OF[carried.status] ?? "enrollment.renewed", undefined, {
    renewedFrom: before.programYear,
    unmet: carried.unmet,
  });
  return true;
}

/** Whoever is missing something is told by the same words as at any other time. */
const EVENT_OF: Partial<Record<EnrollmentStatus, string>> = {
  ineligible: "enrollment.lapsed",
  action_required: "enrollment.action-required",
};

async function carriedOver(tx: Tx, before: Enrollment, edition: Edition, now: Date): Promise<Enrollment> {
  const inProgram = stillNamed(before, edition);
  const judged = await judgeLocation(tx, edition, before.locationId, inProgram, todayOf(edition, now));
  const eligible = !judged || judged.state !== "unmet";
  const status = !eligible ? "ineligible" : before.payoutReady ? "enrolled" : "action_required";
  return {
    ...before,
    ...inProgram,
    id: newUuid(now),
    editionId: edition.id,
    programYear: edition.programYear,
    status,
    // Everything was complete all along: the year earns from its first day.
    earningsStartOn: status === "enrolled" ? edition.startsOn : null,
    expiresOn: edition.endsOn,
    version: 1,
    checkedAt: now,
    unmet: judged ? unmetOf(judged).map(({ code }) => code) : [],
  };
}

/** What the partner is in the program, as far as the new edition still names it. */
function stillNamed(before: Enrollment, { document }: Edition) {
  const names = (list: readonly { readonly code: string }[] | undefined, code: string | null): boolean =>
    code !== null && (list ?? []).some((one) => one.code === code);
  return {
    partnerType: names(document.partnerTypes, before.partnerType) ? before.partnerType : null,
    partnerTier: before.partnerTier,
    standing: before.standing.filter((code) => names(document.standing, code)),
  };
}
