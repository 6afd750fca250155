import { newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { WORLD_NOW, type World, type WorldPartner } from "./world.ts";

/**
 * One row in each table of plans for a partner of the world: an approved plan with a campaign, an activity, its decision and a
 * payment. Written as rows, for tests of what stands below the commands.
 */
export async function buildPlanRows(
  db: Db,
  world: World,
  of: Pick<WorldPartner, "location" | "fund">,
): Promise<string> {
  const id = newUuid();
  const own = { partner_id: of.location.partnerId, plan_id: id };
  const made = { created_at: WORLD_NOW, updated_at: WORLD_NOW };
  const campaign = { id: newUuid(), ...own, ...made, name: "Autumn", start_date: "2026-10-01", end_date: "2026-11-30" };
  await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    await tx
      .insertInto("plan")
      .values({
        id,
        partner_id: of.location.partnerId,
        number: `P-${id.slice(-12)}`,
        name: "Autumn plan",
        program_id: world.program.id,
        location_id: of.location.id,
        fund_type: "coop",
        period: "FY27-H1",
        period_from: "2026-07-01",
        period_to: "2026-12-31",
        edition_id: world.edition.id,
        currency: "USD",
        reviewer_email: "rae@vendor.example",
        reviewer_id: world.reviewer.personId,
        amount_approved: 10_000n,
        status: "approved",
        round: 1,
        created_by: SYSTEM_ACTOR.personId,
        first_submitted_at: WORLD_NOW,
        submitted_at: WORLD_NOW,
        ...made,
      })
      .execute();
    await tx.insertInto("campaign").values(campaign).execute();
    await tx
      .insertInto("activity")
      .values({
        id: newUuid(),
        ...own,
        ...made,
        campaign_id: campaign.id,
        name: "Banners",
        activity_type: "digital-advertising",
        countries: ["GB"],
        budget: 10_000n,
        currency: "USD",
      })
      .execute();
    await tx
      .insertInto("plan_decision")
      .values({
        id: newUuid(),
        ...own,
        round: 1,
        verb: "approve",
        decided_at: WORLD_NOW,
        decided_by: world.reviewer.personId,
        edition_id: world.edition.id,
        subject: "{}",
        facts: "{}",
        findings: "[]",
        amount: 10_000n,
        currency: "USD",
      })
      .execute();
    await tx
      .insertInto("plan_payment")
      .values({
        id: newUuid(),
        ...own,
        fund_id: of.fund.id,
        amount: 1n,
        currency: "USD",
        paid_on: "2026-11-20",
        reference: "Statement 7",
        posted_at: WORLD_NOW,
        posted_by: world.finance.personId,
      })
      .execute();
  });
  return id;
}
