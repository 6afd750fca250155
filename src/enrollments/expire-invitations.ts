import { SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Db, Tx } from "../platform/database/index.ts";
import { eachInTurn } from "../platform/jobs/index.ts";
import { lockEnrollment } from "./enrollment-store.ts";
import { expireInvitation, invitationOf } from "./invitation-store.ts";
import { followingStep } from "./step-enrollment.ts";

const BATCH = 100;

/** Ends invitations whose days are over (rulebook 4.5). Running it again finds nothing more to end. Returns how many ended. */
export function expireInvitations(db: Db, now: Date): Promise<number> {
  return eachInTurn(db, {
    failure: "invitations could not expire",
    candidates: (tx, after) => candidates(tx, now, after),
    act: (tx, id) => expireIfDue(tx, id, now),
  });
}

/** Enrollments with an open invitation whose last day has passed. */
async function candidates(tx: Tx, now: Date, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("invitation")
    .select("enrollment_id")
    .where("state", "=", "sent")
    .where("expires_at", "<", now)
    .where("enrollment_id", ">", after)
    .orderBy("enrollment_id")
    .limit(BATCH)
    .execute();
  return rows.map((row) => row.enrollment_id);
}

async function expireIfDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const enrollment = await lockEnrollment(tx, id);
  const invitation = await invitationOf(tx, id);
  if (!enrollment || invitation?.state !== "sent" || invitation.expiresAt >= now) return false;
  await expireInvitation(tx, invitation);
  if (enrollment.status === "invited" || enrollment.status === "ineligible") {
    await followingStep(tx, { actor: SYSTEM_ACTOR, now }, enrollment, "expire");
  }
  return true;
}
