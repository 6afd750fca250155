import { sql } from "kysely";
import { addDays, type Command, dateIn, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn } from "../platform/jobs/index.ts";
import { type JudgedGroup, unmetOf } from "../programs/index.ts";
import type { Enrollment, EnrollmentStatus } from "./enrollment.ts";
import { lockEnrollment, noteChecked } from "./enrollment-store.ts";
import { invitationOf } from "./invitation-store.ts";
import { judgeLocation, todayOf } from "./judge-location.ts";
import { editionOf, settle } from "./settle-enrollment.ts";
import { followingStep } from "./step-enrollment.ts";

const BATCH = 100;
const JUDGED: readonly EnrollmentStatus[] = ["invited", "action_required", "validating", "enrolled", "ineligible"];

/**
 * Judges the requirements anew for every location that was invited or takes part (rulebook 3.1, "checked daily"). One that no longer
 * meets them becomes ineligible, one that does again comes back. What cannot be told changes nothing. Running it again
 * the same day finds nothing more to change. Returns how many enrollments changed.
 */
export function judgeAllAgain(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, {
    failure: "enrollments could not be judged",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => judgeAgain(tx, id, now),
  });
}

/** Enrollments of editions that ask for something, while their program year lasts. */
async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("enrollment")
    .innerJoin("program_edition", "program_edition.id", "enrollment.edition_id")
    .select("enrollment.id")
    .where("enrollment.status", "in", JUDGED)
    .where("enrollment.expires_on", ">=", addDays(dateIn("UTC", now), -1))
    .where(sql<boolean>`program_edition.document -> 'enrollment' ? 'requirements'`)
    .where("enrollment.id", ">", after)
    .orderBy("enrollment.id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.id);
}

/** Judges one enrollment. True when its status changed. */
export async function judgeAgain(tx: Tx, id: string, now: Date): Promise<boolean> {
  const enrollment = await lockEnrollment(tx, id);
  if (!enrollment || !JUDGED.includes(enrollment.status)) return false;
  const edition = await editionOf(tx, enrollment);
  const judged = await judgeLocation(tx, edition, enrollment.locationId, enrollment, todayOf(edition, now));
  if (!judged) return false;
  return applyJudgement(tx, { actor: SYSTEM_ACTOR, now }, enrollment, judged);
}

async function applyJudgement(tx: Tx, command: Command, enrollment: Enrollment, judged: JudgedGroup): Promise<boolean> {
  const unmet = unmetOf(judged).map(({ code }) => code);
  const { now } = command;
  if (judged.state === "unmet" && enrollment.status !== "ineligible") {
    await followingStep(tx, command, enrollment, "lapse", { unmet, checkedAt: now }, { unmet });
    return true;
  }
  if (judged.state === "met" && enrollment.status === "ineligible") return comeBack(tx, command, enrollment);
  await noteChecked(tx, enrollment.id, now, unmet);
  return false;
}

/** Back to where it was: to being invited, or to taking part. */
async function comeBack(tx: Tx, command: Command, enrollment: Enrollment): Promise<boolean> {
  const change = { unmet: [], checkedAt: command.now };
  if (enrollment.acceptedAt !== null) {
    await settle(tx, command, await followingStep(tx, command, enrollment, "readmit", change));
    return true;
  }
  const invitation = await invitationOf(tx, enrollment.id);
  if (invitation?.state !== "sent") return false;
  await followingStep(tx, command, enrollment, "inviteAgain", change);
  return true;
}
