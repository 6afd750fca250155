import { newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { WORLD_NOW, type World, type WorldPartner } from "./world.ts";

/** One row in each table of taking part for a partner of the world: an invitation, a fact, a request for rights. Written as rows. */
export async function buildEnrollmentRows(
  db: Db,
  world: World,
  of: Pick<WorldPartner, "location" | "admin">,
): Promise<void> {
  const { id: locationId, partnerId } = of.location;
  await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const { id } = await tx
      .selectFrom("enrollment")
      .select("id")
      .where("location_id", "=", locationId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("invitation")
      .values({
        id: newUuid(),
        partner_id: partnerId,
        enrollment_id: id,
        state: "sent",
        sent_at: WORLD_NOW,
        sent_by: world.programManager.personId,
        expires_on: "2026-12-23",
        expires_at: new Date("2026-12-24T07:59:59Z"),
      })
      .execute();
    await tx
      .insertInto("partner_fact")
      .values({
        id: newUuid(),
        partner_id: partnerId,
        location_id: locationId,
        code: "partner-agreement",
        value: "2026",
        valid_from: "2026-07-01",
        source: "Partner portal",
        recorded_at: WORLD_NOW,
        recorded_by: world.programManager.personId,
      })
      .execute();
    await tx
      .insertInto("access_request")
      .values({
        id: newUuid(),
        partner_id: partnerId,
        person_id: of.admin.personId,
        program_id: world.program.id,
        location_id: locationId,
        rights: ["claim.edit"],
        asked_on: "2026-11-23",
        asked_at: WORLD_NOW,
      })
      .execute();
  });
}
