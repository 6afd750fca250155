import { loadLocation } from "../identity/index.ts";
import { type Command, DomainError, enforce, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Edition } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { mayAnswer } from "./enrollment-policy.ts";
import { enrollmentOf } from "./enrollment-queries.ts";
import { insertEnrollment, lockEnrollment } from "./enrollment-store.ts";
import { ENROLLMENT_LIFECYCLE } from "./enrollment-transitions.ts";
import { newEnrollment, presentEdition } from "./invite-locations.ts";
import { judgeLocation, NOT_SAID, todayOf } from "./judge-location.ts";
import { assertEligible } from "./not-eligible.ts";
import { settle } from "./settle-enrollment.ts";
import { finishStep, recordOf } from "./step-enrollment.ts";

/**
 * A partner joins a program that is open to every location that meets its requirements (rulebook 3.1, openEnrolment). Payout data
 * are asked for then.
 *
 * Refuses a program by invitation, a location that does not meet the requirements, and one that was invited or takes part.
 */
export async function joinProgram(
  tx: Tx,
  command: Command,
  where: { readonly programId: string; readonly locationId: string },
): Promise<Enrollment> {
  const { actor, now } = command;
  const location = await loadLocation(tx, actor, where.locationId);
  enforce(mayAnswer(actor, where));
  const edition = await presentEdition(tx, where.programId, now);
  if (!edition.document.openEnrollment) {
    throw new DomainError({
      code: "by-invitation",
      kind: "conflict",
      message: "This program is by invitation. Ask the vendor's program manager for one.",
    });
  }
  const found = await enrollmentOf(tx, { ...where, programYear: edition.programYear });
  const known = found && (await lockEnrollment(tx, found.id));
  if (known && known.status !== "inactive") throw takesPart();
  assertEligible(await judgeLocation(tx, edition, location.id, known ?? NOT_SAID, todayOf(edition, now)));
  return settle(tx, command, known ? await again(tx, command, known) : await first(tx, command, edition, location));
}

async function again(tx: Tx, command: Command, known: Enrollment): Promise<Enrollment> {
  const edge = step(ENROLLMENT_LIFECYCLE, known.status, "join");
  const accepted = { acceptedAt: command.now, acceptedBy: command.actor.personId, unmet: [] };
  return finishStep(tx, command, { enrollment: known, edge }, accepted);
}

async function first(
  tx: Tx,
  command: Command,
  edition: Edition,
  location: { readonly id: string; readonly partnerId: string },
): Promise<Enrollment> {
  const { actor, now } = command;
  const enrollment: Enrollment = { ...newEnrollment(edition, location, now, "validating"), acceptedAt: now };
  if (!(await insertEnrollment(tx, enrollment, { now, acceptedBy: actor.personId }))) throw takesPart();
  await recordOf(tx, command, enrollment, "enrollment.joined", undefined);
  return enrollment;
}

function takesPart(): DomainError {
  return new DomainError({
    code: "already-enrolled",
    kind: "conflict",
    message: "This location was invited or takes part already. Its page says what to do next.",
  });
}
