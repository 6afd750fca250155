import { type Command, DomainError } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Enrollment } from "./enrollment.ts";
import type { Invitation } from "./invitation.ts";
import { answerInvitation, invitationOf } from "./invitation-store.ts";
import { judgeLocation, todayOf } from "./judge-location.ts";
import { assertEligible } from "./not-eligible.ts";
import { editionOf, settle } from "./settle-enrollment.ts";
import { beginStep, finishStep } from "./step-enrollment.ts";

/**
 * Accepts an invitation for a location (rulebook 4.5). Enrolled at once where payout data are complete, else the partner is asked
 * for them. Of two who accept at once, the second learns that it is done.
 *
 * Refuses an invitation whose days are over, also before the clock has ended it, and a location that no longer meets the requirements.
 */
export async function acceptInvitation(tx: Tx, command: Command, id: string): Promise<Enrollment> {
  const { now, actor } = command;
  const ready = await beginStep(tx, command, id, "accept", async (enrollment) => {
    await openInvitation(tx, id, now);
    const edition = await editionOf(tx, enrollment);
    assertEligible(await judgeLocation(tx, edition, enrollment.locationId, enrollment, todayOf(edition, now)));
  });
  const invitation = await openInvitation(tx, id, now);
  await answerInvitation(tx, command, invitation, { verb: "accept" });
  const accepted = await finishStep(tx, command, ready, {
    acceptedAt: now,
    acceptedBy: actor.personId,
    unmet: [],
    checkedAt: now,
  });
  return settle(tx, command, accepted);
}

/** The invitation that can still be answered. */
export async function openInvitation(tx: Tx, enrollmentId: string, now: Date): Promise<Invitation> {
  const invitation = await invitationOf(tx, enrollmentId);
  if (invitation?.state === "sent" && invitation.expiresAt >= now) return invitation;
  throw new DomainError({
    code: "invitation-expired",
    kind: "conflict",
    message: "The days to answer this invitation are over. Ask the vendor's program manager to send it again.",
  });
}
