import { type Location, loadLocation, rightHolders } from "../identity/index.ts";
import { addDays, type Command, endOfDay, enforce, invalid, newUuid, sentence, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, editionAt, USUAL_INVITATION_DAYS, unmetOf } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { mayEnroll } from "./enrollment-policy.ts";
import { enrollmentOf } from "./enrollment-queries.ts";
import { insertEnrollment, lockEnrollment } from "./enrollment-store.ts";
import { ENROLLMENT_LIFECYCLE } from "./enrollment-transitions.ts";
import { type AnswerBy, sendInvitation } from "./invitation-store.ts";
import type { Invited } from "./invited.ts";
import { judgeLocation, NOT_SAID, todayOf } from "./judge-location.ts";
import { finishStep, recordOf } from "./step-enrollment.ts";

/**
 * Invites locations to the present program year of a program (rulebook 4.5): those that meet its requirements. A location without
 * an incentives admin is invited too, but not silently (rulebook 10, row 2): the answer lists it, and those who give
 * roles at the partner are told. One that takes part already stays as it is.
 */
export async function inviteLocations(
  tx: Tx,
  command: Command,
  programId: string,
  locationIds: readonly string[],
): Promise<readonly Invited[]> {
  enforce(mayEnroll(command.actor, programId));
  const edition = await presentEdition(tx, programId, command.now);
  const invited: Invited[] = [];
  // In one order, so that two who invite the same locations wait for each other and never for both.
  for (const locationId of [...new Set(locationIds)].sort()) {
    invited.push(await inviteOne(tx, command, edition, await loadLocation(tx, command.actor, locationId)));
  }
  return invited;
}

/** The edition in force today; 422 where there is none. */
export async function presentEdition(tx: Tx, programId: string, now: Date): Promise<Edition> {
  const edition = await editionAt(tx, programId, now);
  if (edition) return edition;
  throw invalid("edition-not-published", "No rules of this program are in force today. Publish an edition first.", [
    { field: "program", code: "edition-not-published", message: "no edition in force" },
  ]);
}

async function inviteOne(tx: Tx, command: Command, edition: Edition, location: Location): Promise<Invited> {
  const known = await enrollmentOf(tx, {
    locationId: location.id,
    programId: edition.programId,
    programYear: edition.programYear,
  });
  const base = { locationId: location.id, unmet: [] };
  const locked = known && (await lockEnrollment(tx, known.id));
  if (locked && !mayBeInvited(locked)) {
    return {
      ...base,
      outcome: "taking-part",
      enrollmentId: locked.id,
      message: sentence("This location has been invited or takes part already."),
    };
  }
  const today = todayOf(edition, command.now);
  const judged = await judgeLocation(tx, edition, location.id, locked ?? NOT_SAID, today);
  if (judged && judged.state !== "met") {
    const unmet = unmetOf(judged).map(({ name }) => name);
    const message = sentence("This location does not meet the requirements: {list}.", { list: unmet.join("; ") });
    return { ...base, outcome: "not-eligible", enrollmentId: locked?.id ?? null, message, unmet };
  }
  const enrollment = await invite(tx, command, edition, location, locked);
  return { ...base, ...(await tellAdmins(tx, command, enrollment)) };
}

/** Whether an enrollment can be invited: it was never accepted, or its invitation came to nothing. */
export function mayBeInvited({ status, acceptedAt }: Enrollment): boolean {
  return ENROLLMENT_LIFECYCLE.edges.invite.from.includes(status) && acceptedAt === null;
}

/** Invites a location, by a new enrollment or by one whose invitation came to nothing. */
async function invite(
  tx: Tx,
  command: Command,
  edition: Edition,
  location: Location,
  known: Enrollment | undefined,
): Promise<Enrollment> {
  const answer = answerBy(edition, command.now);
  if (known) {
    const edge = step(ENROLLMENT_LIFECYCLE, known.status, "invite");
    await sendInvitation(tx, command, known, answer);
    return finishStep(
      tx,
      command,
      { enrollment: known, edge },
      { unmet: [], checkedAt: command.now },
      { answerBy: answer.expiresOn },
    );
  }
  const enrollment = newEnrollment(edition, location, command.now, "invited");
  await insertEnrollment(tx, enrollment, { now: command.now, acceptedBy: null });
  await sendInvitation(tx, command, enrollment, answer);
  await recordOf(tx, command, enrollment, "enrollment.invited", undefined, { answerBy: answer.expiresOn });
  return enrollment;
}

/** An enrollment that does not exist yet, with nothing known of the partner in the program. */
export function newEnrollment(
  edition: Edition,
  location: Pick<Location, "id" | "partnerId">,
  now: Date,
  status: Enrollment["status"],
): Enrollment {
  return {
    id: newUuid(now),
    partnerId: location.partnerId,
    locationId: location.id,
    programId: edition.programId,
    editionId: edition.id,
    programYear: edition.programYear,
    status,
    payoutReady: false,
    acceptedAt: null,
    earningsStartOn: null,
    expiresOn: edition.endsOn,
    version: 1,
    ...NOT_SAID,
    checkedAt: now,
    unmet: [],
  };
}

/** Until when an invitation sent now can be answered: never past the program year. */
export function answerBy({ document, endsOn }: Edition, now: Date): AnswerBy {
  const days = document.enrollment?.invitationDays ?? USUAL_INVITATION_DAYS;
  const wanted = addDays(todayOf({ document }, now), days);
  const expiresOn = wanted < endsOn ? wanted : endsOn;
  return { expiresOn, expiresAt: endOfDay(document.timeZone, expiresOn) };
}

/** Says whether anybody at the partner can answer, and tells those who give roles where nobody can. */
export async function tellAdmins(
  tx: Tx,
  command: Command,
  enrollment: Enrollment,
): Promise<Pick<Invited, "outcome" | "enrollmentId" | "message">> {
  const enrollmentId = enrollment.id;
  const at = { ...enrollment, organisationId: enrollment.partnerId };
  const admins = await rightHolders(tx, "enrollment.answer", at, command.now);
  if (admins.length > 0) {
    return { outcome: "invited", enrollmentId, message: sentence("Invited. Its incentives admins were told.") };
  }
  await recordOf(tx, command, enrollment, "enrollment.without-admin", enrollment.status);
  const grantors = await rightHolders(tx, "role.assign", at, command.now);
  return {
    outcome: "invited-without-admin",
    enrollmentId,
    message:
      grantors.length > 0
        ? sentence("Invited, but nobody at this location can answer. Those who give roles at the partner were told.")
        : sentence(
            "Invited, but nobody at this location can answer, and nobody at the partner can give the role. Name an organisation admin first.",
          ),
  };
}
