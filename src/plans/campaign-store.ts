import { type Command, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Campaign } from "./plan.ts";

/** What the partner says of a campaign. */
export type CampaignFacts = Pick<Campaign, "name" | "objective" | "audience" | "startDate" | "endDate">;

/** The campaign, or undefined when it is unknown or hidden from the actor's side. */
export async function findCampaign(tx: Tx, id: string): Promise<Campaign | undefined> {
  const row = await tx.selectFrom("campaign").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toCampaign(row);
}

/** The campaigns of a plan in the order of their dates; those without dates last. */
export async function campaignsOf(tx: Tx, planId: string): Promise<Campaign[]> {
  const rows = await tx
    .selectFrom("campaign")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("start_date", (order) => order.asc().nullsLast())
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toCampaign);
}

/** Writes a new campaign of a locked plan. */
export async function insertCampaign(
  tx: Tx,
  { now }: Command,
  plan: { readonly id: string; readonly partnerId: string },
  facts: CampaignFacts,
): Promise<Campaign> {
  const row = await tx
    .insertInto("campaign")
    .values({
      id: newUuid(now),
      partner_id: plan.partnerId,
      plan_id: plan.id,
      ...columnsOf(facts),
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toCampaign(row);
}

/** Saves what the partner says of a campaign of a locked plan, as its next version. */
export async function saveCampaign(tx: Tx, now: Date, campaign: Campaign, facts: CampaignFacts): Promise<Campaign> {
  const row = await tx
    .updateTable("campaign")
    .set({ ...columnsOf(facts), version: campaign.version + 1, updated_at: now })
    .where("id", "=", campaign.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toCampaign(row);
}

/** Takes a campaign out of a locked plan; its activities are gone already. */
export async function deleteCampaign(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("campaign").where("id", "=", id).execute();
}

function columnsOf({ name, objective, audience, startDate, endDate }: CampaignFacts) {
  return { name, objective, audience, start_date: startDate, end_date: endDate };
}

interface CampaignRow {
  id: string;
  partner_id: string;
  plan_id: string;
  name: string;
  objective: string | null;
  audience: string | null;
  start_date: string | null;
  end_date: string | null;
  version: number;
}

function toCampaign(row: CampaignRow): Campaign {
  return {
    id: row.id,
    planId: row.plan_id,
    partnerId: row.partner_id,
    name: row.name,
    objective: row.objective,
    audience: row.audience,
    startDate: row.start_date,
    endDate: row.end_date,
    version: row.version,
  };
}
