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
 * roles at the partner are told. One that takes part already stays as it is. The outcomes come in the order of the request.
 */
export async function inviteLocations(
  tx: Tx,
  command: Command,
  programId: string,
  locationIds: readonly string[],
): Promise<readonly Invited[]> {
  enforce(mayEnroll(command.actor, programId));
  const edition = await presentEdition(tx, programId, command.now);
  const asked = [...new Set(locationIds)];
  const outcomes = new Map<string, Invited>();
  // In one order, so that two who invite the same locations wait for each other and never for both.
  for (const locationId of asked.toSorted()) {
    const location = await loadLocation(tx, command.actor, locationId);
    outcomes.set(locationId, await inviteOne(tx, command, edition, location));
  }
  return asked.flatMap((locationId) => outcomes.get(locationId) ?? []);
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
  const where = { locationId: location.id, programId: edition.programId };
  const known = await enrollmentOf(tx, { ...where, programYear: edition.programYear });
  const base = { locationId: location.id, unmet: [] };
  const locked = known && (await lockEnrollment(tx, known.id));
  if (locked && !mayBeInvited(locked)) return takingPart(locked);
  const today = todayOf(edition, command.now);
  const judged = await judgeLocation(tx, edition, location.id, locked ?? NOT_SAID, today);
  if (judged && judged.state !== "met") {
    const unmet = unmetOf(judged).map(({ name }) => name);
    const message = sentence("This location does not meet the requirements: {list}.", { list: unmet.join("; ") });
    return { ...base, outcome: "not-eligible", enrollmentId: locked?.id ?? null, message, unmet };
  }
  const enrollment = locked
    ? await inviteKnown(tx, command, edition, locked)
    : await inviteNew(tx, command, edition, location);
  if (enrollment) return { ...base, ...(await tellAdmins(tx, command, enrollment)) };
  // Somebody else invited it, or it joined, since it was looked at above.
  const other = await enrollmentOf(tx, { ...where, programYear: edition.programYear });
  if (!other) throw new Error(`location ${location.id} has an enrollment that cannot be read`);
  return takingPart(other);
}

function takingPart({ id, locationId }: Enrollment): Invited {
  return {
    locationId,
    outcome: "taking-part",
    enrollmentId: id,
    message: sentence("This location has been invited or takes part already."),
    unmet: [],
  };
}

/** Whether an enrollment can be invited: it was never accepted, or its invitation came to nothing. */
export function mayBeInvited({ status, acceptedAt }: Enrollment): boolean {
  return ENROLLMENT_LIFECYCLE.edges.invite.from.includes(status) && acceptedAt === null;
}

/** Invites a location whose invitation came to nothing. */
async function inviteKnown(tx: Tx, command: Command, edition: Edition, known: Enrollment): Promise<Enrollment> {
  const answer = answerBy(edition, command.now);
  const edge = step(ENROLLMENT_LIFECYCLE, known.status, "invite");
  await sendInvitation(tx, command, known, answer);
  const change = { unmet: [], checkedAt: command.now };
  return finishStep(tx, command, { enrollment: known, edge }, change, { answerBy: answer.expiresOn });
}

/** Invites a location by a new enrollment; undefined where it has one by now. */
async function inviteNew(
  tx: Tx,
  command: Command,
  edition: Edition,
  location: Location,
): Promise<Enrollment | undefined> {
  const answer = answerBy(edition, command.now);
  const enrollment = newEnrollment(edition, location, command.now, "invited");
  if (!(await insertEnrollment(tx, enrollment, { now: command.now, acceptedBy: null }))) return undefined;
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
