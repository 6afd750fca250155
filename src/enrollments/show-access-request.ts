import type { z } from "zod";
import { holds, rightsOf } from "../identity/index.ts";
import { type Actor, idText, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AccessRequestWire } from "./access-contract.ts";
import { grantorsFor } from "./ask-for-access.ts";
import { placeOut } from "./why-not.ts";

/** A request for rights, with those that are missing still: for the person who asked, and for those of the own organisation who can give them; others answer 404. */
export async function showAccessRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<z.input<typeof AccessRequestWire>> {
  const row = await tx
    .selectFrom("access_request")
    .innerJoin("person", "person.id", "access_request.person_id")
    .innerJoin("program", "program.id", "access_request.program_id")
    .leftJoin("location", "location.id", "access_request.location_id")
    .selectAll("access_request")
    .select(["person.name as person_name", "person.email", "program.code", "program.name as program_name"])
    .select(["location.name as location_name", "location.partner_number"])
    .where("access_request.id", "=", id)
    .executeTakeFirst();
  if (!row || actor.organisationId !== row.partner_id) throw notFound("request");
  const at = { programId: row.program_id, ...(row.location_id === null ? {} : { locationId: row.location_id }) };
  if (actor.personId !== row.person_id && !holds(actor, "role.assign", at)) throw notFound("request");
  const grantors = await grantorsFor(
    tx,
    { partnerId: row.partner_id, programId: row.program_id, locationId: row.location_id },
    now,
  );
  const asker = { personId: row.person_id, partnerId: row.partner_id };
  const missing = (await rightsOf(tx, asker, at, now)).filter(({ right, held }) => !held && row.rights.includes(right));
  return {
    id: idText("accessRequest", row.id),
    person: { id: idText("person", row.person_id), name: row.person_name, email: row.email },
    program: { code: row.code, name: row.program_name },
    location:
      row.location_id === null
        ? null
        : placeOut({ id: row.location_id, name: row.location_name ?? "", partnerNumber: row.partner_number ?? "" }),
    rights: missing.map(({ right, label, roles }) => ({ right, label, roles: [...roles] })),
    note: row.note,
    askedAt: row.asked_at.toISOString(),
    told: grantors.length,
  };
}
