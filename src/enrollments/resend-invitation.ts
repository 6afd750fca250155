import { type Command, checkVersion, DomainError, enforce, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { assertSees, mayStep } from "./enrollment-policy.ts";
import { lockEnrollment } from "./enrollment-store.ts";
import { ENROLLMENT_LIFECYCLE } from "./enrollment-transitions.ts";
import { sendInvitation } from "./invitation-store.ts";
import { answerBy, mayBeInvited, tellAdmins } from "./invite-locations.ts";
import type { Invited } from "./invited.ts";
import { judgeLocation, todayOf } from "./judge-location.ts";
import { assertEligible } from "./not-eligible.ts";
import { editionOf } from "./settle-enrollment.ts";
import { finishStep, recordOf } from "./step-enrollment.ts";

/**
 * Sends the invitation of an enrollment again, with new days to answer it (rulebook 4.5, "re-sendable"): one that nobody has answered
 * yet, that ran out, or that was declined. Not after the program year: nobody could answer it any more.
 */
export async function resendInvitation(tx: Tx, command: Command, id: string): Promise<Invited> {
  const enrollment = await lockEnrollment(tx, id);
  assertSees(command.actor, enrollment);
  enforce(mayStep(command.actor, "invite", enrollment));
  if (enrollment.status !== "invited" && !mayBeInvited(enrollment)) {
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "Only an invitation that nobody has accepted can be sent again.",
      details: { status: enrollment.status },
    });
  }
  const edition = await editionOf(tx, enrollment);
  const today = todayOf(edition, command.now);
  if (enrollment.expiresOn < today) {
    throw new DomainError({
      code: "program-year-over",
      kind: "conflict",
      message: `The program year ${enrollment.programYear} is over. Invite the location to the present one.`,
      details: { status: enrollment.status },
    });
  }
  assertEligible(await judgeLocation(tx, edition, enrollment.locationId, enrollment, today));
  checkVersion(command.seen, enrollment.version);
  const answer = answerBy(edition, command.now);
  await sendInvitation(tx, command, enrollment, answer);
  const payload = { answerBy: answer.expiresOn };
  if (enrollment.status === "invited") {
    await recordOf(tx, command, enrollment, "enrollment.invited", enrollment.status, payload);
    return { locationId: enrollment.locationId, unmet: [], ...(await tellAdmins(tx, command, enrollment)) };
  }
  const edge = step(ENROLLMENT_LIFECYCLE, enrollment.status, "invite");
  const sent = await finishStep(tx, command, { enrollment, edge }, { unmet: [], checkedAt: command.now }, payload);
  return { locationId: sent.locationId, unmet: [], ...(await tellAdmins(tx, command, sent)) };
}
