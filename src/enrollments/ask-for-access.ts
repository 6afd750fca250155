import { type RightHolder, rightHolders, rightsAt } from "../identity/index.ts";
import {
  type Actor,
  ALLOWED,
  type Command,
  DomainError,
  dateIn,
  denied,
  enforce,
  newUuid,
  notFound,
  type Permission,
  sentence,
} from "../kernel/index.ts";
import { refusedBy, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Program } from "../programs/index.ts";

/** Whether the actor may ask for rights: anybody of a partner. At the vendor one asks a vendor administrator. */
export function mayAsk(actor: Actor): Permission {
  return actor.side === "partner"
    ? ALLOWED
    : denied(
        "role-missing",
        sentence("Requests for rights are for partners. At the vendor, ask a vendor administrator."),
      );
}

/** Where rights are asked for: at a location of the own organisation, or at all of them. */
export interface AskedPlace {
  readonly program: Program;
  readonly locationId: string | null;
}

/**
 * Asks those who give roles at the own organisation for the rights that are missing in a program and a location; they get a notice and
 * a mail (rulebook 10, row 1). Once a day for the same place. Refused where nothing is missing. Returns the id.
 */
export async function askForAccess(
  tx: Tx,
  { actor, now }: Command,
  { program, locationId }: AskedPlace,
  note: string | null,
): Promise<string> {
  enforce(mayAsk(actor));
  if (locationId !== null) await assertOwn(tx, actor, locationId);
  const at = { programId: program.id, ...(locationId === null ? {} : { locationId }) };
  const missing = rightsAt(actor, at).flatMap(({ right, held }) => (held ? [] : [right]));
  if (missing.length === 0) {
    throw new DomainError({ code: "nothing-missing", kind: "conflict", message: "You have every right here already." });
  }
  const id = newUuid(now);
  try {
    await tx
      .insertInto("access_request")
      .values({
        id,
        partner_id: actor.organisationId,
        person_id: actor.personId,
        program_id: program.id,
        location_id: locationId,
        rights: missing,
        note,
        asked_on: dateIn("UTC", now),
        asked_at: now,
      })
      .execute();
  } catch (error) {
    throw refusedBy(error, "access_request_once") ? askedAlready() : error;
  }
  await events.record(tx, {
    at: now,
    type: "access-request.made",
    subjectType: "access-request",
    subjectId: id,
    partnerId: actor.organisationId,
    actor,
    payload: { program: program.id, location: locationId, rights: missing },
  });
  return id;
}

/** Who can give what is asked for. */
export function grantorsFor(
  tx: Tx,
  of: { readonly partnerId: string; readonly programId: string; readonly locationId: string | null },
  now: Date,
): Promise<readonly RightHolder[]> {
  return rightHolders(tx, "role.assign", { ...of, organisationId: of.partnerId }, now);
}

async function assertOwn(tx: Tx, actor: Actor, locationId: string): Promise<void> {
  const row = await tx
    .selectFrom("location")
    .select("id")
    .where("id", "=", locationId)
    .where("partner_id", "=", actor.organisationId)
    .executeTakeFirst();
  if (!row) throw notFound("location");
}

function askedAlready(): DomainError {
  return new DomainError({
    code: "asked-already",
    kind: "conflict",
    message: "You asked for this today already. Those who can give the rights were told.",
  });
}
