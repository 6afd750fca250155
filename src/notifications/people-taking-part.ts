import { rolesWith } from "../identity/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Recipient } from "./recipient.ts";

/** Statuses of an enrollment in which a change of the rules concerns the location. */
const TAKES_PART = ["enrolled", "validating", "action_required"];

/** Active people of all partners who may claim for a location that takes part in the program now. */
export async function peopleTakingPart(tx: Tx, programId: string, now: Date): Promise<Recipient[]> {
  const rows = await tx
    .selectFrom("enrollment")
    .innerJoin("person", "person.partner_id", "enrollment.partner_id")
    .innerJoin("role_grant", "role_grant.person_id", "person.id")
    .select(["person.id", "person.partner_id"])
    .distinct()
    .where("enrollment.program_id", "=", programId)
    .where("enrollment.status", "in", TAKES_PART)
    .where("enrollment.expires_on", ">=", now.toISOString().slice(0, 10))
    .where("person.state", "=", "active")
    .where("person.side", "=", "partner")
    .where("role_grant.role", "in", rolesWith("claim.edit"))
    .where((eb) => eb.or([eb("role_grant.program_id", "is", null), eb("role_grant.program_id", "=", programId)]))
    .where((eb) =>
      eb.or([
        eb("role_grant.location_id", "is", null),
        eb("role_grant.location_id", "=", eb.ref("enrollment.location_id")),
      ]),
    )
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("person.id")
    .execute();
  return rows.map((row) => ({ personId: row.id, partnerId: row.partner_id }));
}
