import { type Right, rolesWith } from "../identity/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Audience } from "./announcement.ts";
import { peopleTakingPart } from "./people-taking-part.ts";
import type { Recipient } from "./recipient.ts";
import { RIGHTS_FOR, type SubjectBrief } from "./subject-brief.ts";

/** Who did it, for those who need not be told of their own doing. */
export interface Doer {
  readonly side: string;
  readonly personId: string;
}

/**
 * The people an event about a claim or plan is told to: active, with a role that carries the right for its program and
 * location at this moment, and never the one who did it (rulebook 4.10: "author + admins of the pair").
 */
export async function recipients(
  tx: Tx,
  audience: Audience,
  subject: SubjectBrief,
  doer: Doer,
  now: Date,
): Promise<Recipient[]> {
  const people = await audienceOf(tx, audience, subject, doer, now);
  return people.filter((person) => person.personId !== doer.personId);
}

async function audienceOf(
  tx: Tx,
  audience: Audience,
  subject: SubjectBrief,
  doer: Doer,
  now: Date,
): Promise<Recipient[]> {
  switch (audience) {
    case "reviewers":
      return holders(tx, "vendor", RIGHTS_FOR[subject.kind].review, subject, now);
    case "in-charge":
      return inCharge(tx, subject, now);
    case "grantors":
      return holders(tx, "partner", "role.assign", subject, now);
    case "partner":
      return partnerPeople(tx, subject, now);
    case "other-side":
      return doer.side === "partner" ? inCharge(tx, subject, now) : partnerPeople(tx, subject, now);
    case "maintainers":
      return holders(tx, "vendor", RIGHTS_FOR[subject.kind].review, subject, now);
    case "requester":
      return requester(tx, subject, now);
    case "taking-part":
      // What the program itself publishes is imported or made for the demo, and no news.
      return doer.side === "system"
        ? []
        : [...(await requester(tx, subject, now)), ...(await peopleTakingPart(tx, subject.programId, now))];
  }
}

/** The reviewer who has the claim or plan in hand; everybody who may decide when there is none, or no longer one. */
async function inCharge(tx: Tx, subject: SubjectBrief, now: Date): Promise<Recipient[]> {
  const reviewers = await holders(tx, "vendor", RIGHTS_FOR[subject.kind].review, subject, now);
  const one = reviewers.filter((person) => person.personId === subject.inCharge);
  return one.length > 0 ? one : reviewers;
}

/** Who asked for the publication, as long as that person may still publish. */
async function requester(tx: Tx, subject: SubjectBrief, now: Date): Promise<Recipient[]> {
  const maintainers = await holders(tx, "vendor", RIGHTS_FOR[subject.kind].review, subject, now);
  return maintainers.filter(({ personId }) => personId === subject.inCharge);
}

/** Those who may work on it, and its authors as long as they may see it. */
async function partnerPeople(tx: Tx, subject: SubjectBrief, now: Date): Promise<Recipient[]> {
  const workers = await holders(tx, "partner", RIGHTS_FOR[subject.kind].edit, subject, now);
  const viewers = await holders(tx, "partner", RIGHTS_FOR[subject.kind].view, subject, now);
  const told = new Set(workers.map((person) => person.personId));
  return [...workers, ...viewers.filter(({ personId }) => subject.authors.includes(personId) && !told.has(personId))];
}

/** Active people of the side with the right in the subject's program and location; at a partner, of the subject's own partner only. */
async function holders(
  tx: Tx,
  side: "vendor" | "partner",
  right: Right,
  subject: SubjectBrief,
  now: Date,
): Promise<Recipient[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .select(["person.id", "person.partner_id"])
    .distinct()
    .where("person.state", "=", "active")
    .where("person.side", "=", side)
    .where("person.partner_id", "is not distinct from", side === "partner" ? subject.partnerId : null)
    .where("role_grant.role", "in", rolesWith(right))
    .where((eb) =>
      eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", subject.programId)]),
    )
    .where((eb) =>
      subject.locationId === null
        ? eb("role_grant.location_id", "is", null)
        : eb.or([eb("role_grant.location_id", "is", null), eb("role_grant.location_id", "=", subject.locationId)]),
    )
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("person.id")
    .execute();
  return rows.map((row) => ({ personId: row.id, partnerId: row.partner_id }));
}
