import type { z } from "zod";
import { holds, type RightHere, rightHolders, rightsAt } from "../identity/index.ts";
import { type Actor, idText, notFound, type Sentence, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { editionAt, type Program } from "../programs/index.ts";
import type { WhyNotWire } from "./access-contract.ts";
import { enrollmentOf, showEnrollment } from "./enrollment-queries.ts";
import type { EnrollmentOut } from "./enrollment-wire.ts";

type WhyNot = z.input<typeof WhyNotWire>;

/** A location of the actor's own organisation, also outside his own scope; for the vendor any. */
export interface PlaceAsked {
  readonly id: string;
  readonly name: string;
  readonly partnerNumber: string;
}

/**
 * Why the actor cannot see or do something in a program at a location: rights held and missing, who can give them, and how the location
 * stands (rulebook 10, row 1). Tells names of locations and people of the own organisation, and of an enrollment only
 * what the actor may see anyway.
 */
export async function whyNot(
  tx: Tx,
  actor: Actor,
  program: Program,
  locationId: string | undefined,
  now: Date,
): Promise<WhyNot> {
  const places = await placesOf(tx, actor, locationId);
  const place = locationId === undefined ? undefined : places.find(({ id }) => id === locationId);
  if (locationId !== undefined && !place) throw notFound("location");
  const rights = rightsAt(actor, { programId: program.id, ...(place ? { locationId: place.id } : {}) });
  const enrollment = place && (await enrollmentInSight(tx, actor, program, place.id, now));
  const at = { organisationId: actor.organisationId, programId: program.id, locationId: place?.id ?? null };
  const grantors = await rightHolders(tx, "role.assign", at, now);
  return {
    program: { code: program.code, name: program.name },
    location: place ? placeOut(place) : null,
    reasons: reasonsOf(actor, rights, place, enrollment),
    rights: rights.map((right) => ({ ...right, roles: [...right.roles] })),
    enrollment: enrollment
      ? { id: enrollment.id, status: enrollment.status, face: enrollment.face, unmet: enrollment.unmet }
      : null,
    grantors: grantors.map(({ name, email, role }) => ({ name, email, role })),
    locations: actor.side === "partner" ? places.map(placeOut) : [],
    askedOn: await askedOn(tx, actor, program.id, place?.id ?? null),
  };
}

/** Locations that can be asked about: all of the own organisation, or the one asked for. Row-level security keeps the rest away. */
async function placesOf(tx: Tx, actor: Actor, locationId: string | undefined): Promise<readonly PlaceAsked[]> {
  let query = tx.selectFrom("location").select(["id", "name", "partner_number"]).orderBy("name").limit(200);
  if (actor.side === "partner") query = query.where("partner_id", "=", actor.organisationId);
  else query = query.where("id", "=", locationId ?? null);
  const rows = await query.execute();
  return rows.map((row) => ({ id: row.id, name: row.name, partnerNumber: row.partner_number }));
}

/** A location on the wire. */
export function placeOut({ id, name, partnerNumber }: PlaceAsked) {
  return { id: idText("location", id), name, partnerId: partnerNumber };
}

async function enrollmentInSight(
  tx: Tx,
  actor: Actor,
  program: Program,
  locationId: string,
  now: Date,
): Promise<EnrollmentOut | undefined> {
  if (!holds(actor, "program.view", { programId: program.id, locationId })) return undefined;
  const edition = await editionAt(tx, program.id, now);
  const found =
    edition && (await enrollmentOf(tx, { programId: program.id, locationId, programYear: edition.programYear }));
  return found && showEnrollment(tx, actor, found.id);
}

async function askedOn(tx: Tx, actor: Actor, programId: string, locationId: string | null): Promise<string | null> {
  const row = await tx
    .selectFrom("access_request")
    .select("asked_on")
    .where("person_id", "=", actor.personId)
    .where("program_id", "=", programId)
    .where("location_id", "is not distinct from", locationId)
    .orderBy("asked_at", "desc")
    .executeTakeFirst();
  return row?.asked_on ?? null;
}

type Reason = WhyNot["reasons"][number];

function reasonsOf(
  actor: Actor,
  rights: readonly RightHere[],
  place: PlaceAsked | undefined,
  enrollment: EnrollmentOut | undefined,
): Reason[] {
  const reasons: Reason[] = [];
  const say = (code: Reason["code"], { text, words }: Sentence): void => {
    reasons.push({ code, text, words });
  };
  if (rights.every(({ held }) => !held)) {
    say(
      "role-missing",
      place
        ? sentence("You have no role for this program at this location.")
        : sentence("You have no role for this program at any location."),
    );
  } else if (rights.some(({ held }) => !held)) {
    say(
      "role-missing",
      sentence("Your roles do not bring every right here. What is missing stands below, with the roles that bring it."),
    );
  }
  if (actor.side === "partner" && place && rights.some(({ right, held }) => right === "program.view" && held)) {
    const standing = standingReason(enrollment);
    if (standing) say(...standing);
  }
  if (reasons.length === 0) say("nothing", sentence("Nothing is in the way: you have every right here."));
  return reasons;
}

function standingReason(enrollment: EnrollmentOut | undefined): [Reason["code"], Sentence] | undefined {
  switch (enrollment?.status) {
    case undefined:
      return [
        "not-invited",
        sentence("This location does not take part in the present program year, and was not invited."),
      ];
    case "invited":
      return ["not-enrolled", sentence("This location is invited; an incentives admin has not accepted yet.")];
    case "ineligible":
      return [
        "not-eligible",
        sentence("This location does not meet the requirements: {list}.", {
          list: enrollment?.unmet.map(({ name }) => name).join("; ") ?? "",
        }),
      ];
    case "action_required":
    case "validating":
      return ["payout-data", sentence("This location is being enrolled: bank and tax data are not complete yet.")];
    case "inactive":
      return ["not-enrolled", sentence("The invitation of this location was declined or has expired.")];
    case "discontinued":
      return ["not-enrolled", sentence("The vendor has ended taking part for this location.")];
    case "enrolled":
      return undefined;
  }
}
