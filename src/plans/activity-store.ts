import { type Command, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Activity, Campaign } from "./plan.ts";

/** What the partner says of an activity. */
export type ActivityFacts = Omit<Activity, "id" | "planId" | "campaignId" | "partnerId" | "version">;

/** The activity, or undefined when it is unknown or hidden from the actor's side. */
export async function findActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  const row = await tx.selectFrom("activity").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toActivity(row);
}

/** The activities of a plan in the order of their dates; those without dates of their own last. */
export async function activitiesOf(tx: Tx, planId: string): Promise<Activity[]> {
  const rows = await tx
    .selectFrom("activity")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("start_date", (order) => order.asc().nullsLast())
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toActivity);
}

/** Writes a new activity into a campaign of a locked plan, whose currency its budget is in. */
export async function insertActivity(
  tx: Tx,
  { now }: Command,
  campaign: Campaign,
  facts: ActivityFacts,
  currency: string,
): Promise<Activity> {
  const row = await tx
    .insertInto("activity")
    .values({
      id: newUuid(now),
      partner_id: campaign.partnerId,
      plan_id: campaign.planId,
      campaign_id: campaign.id,
      ...columnsOf(facts),
      currency,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toActivity(row);
}

/** Saves what the partner says of an activity of a locked plan, as its next version. */
export async function saveActivity(tx: Tx, now: Date, activity: Activity, facts: ActivityFacts): Promise<Activity> {
  const row = await tx
    .updateTable("activity")
    .set({ ...columnsOf(facts), version: activity.version + 1, updated_at: now })
    .where("id", "=", activity.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toActivity(row);
}

/** Takes an activity out of a locked plan. One that stands in a claim is held by the database. */
export async function deleteActivity(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("activity").where("id", "=", id).execute();
}

/** Lets the activities of a locked plan follow its currency; none of them has a budget yet. */
export async function setCurrency(tx: Tx, planId: string, currency: string): Promise<void> {
  await tx.updateTable("activity").set({ currency }).where("plan_id", "=", planId).execute();
}

/** Numbers of the claims that name one of the activities, the oldest first: whatever stands in a claim stays in its plan. */
export async function claimsNaming(tx: Tx, activityIds: readonly string[]): Promise<string[]> {
  if (activityIds.length === 0) return [];
  const rows = await tx
    .selectFrom("claim")
    .select("number")
    .where("plan_activity_id", "in", [...activityIds])
    .orderBy("number")
    .execute();
  return rows.map((row) => row.number);
}

function columnsOf(facts: ActivityFacts) {
  return {
    name: facts.name,
    activity_type: facts.activityType,
    countries: [...facts.countries],
    start_date: facts.startDate,
    end_date: facts.endDate,
    budget: facts.budget?.minor ?? null,
    expected_reach: facts.expectedReach,
    supplier: facts.supplier,
    pre_approval_id: facts.preApprovalId,
  };
}

interface ActivityRow {
  id: string;
  partner_id: string;
  plan_id: string;
  campaign_id: string;
  name: string;
  activity_type: string;
  countries: string[];
  start_date: string | null;
  end_date: string | null;
  budget: bigint | null;
  currency: string;
  expected_reach: number | null;
  supplier: string | null;
  pre_approval_id: string | null;
  version: number;
}

function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    planId: row.plan_id,
    campaignId: row.campaign_id,
    partnerId: row.partner_id,
    name: row.name,
    activityType: row.activity_type,
    countries: row.countries,
    startDate: row.start_date,
    endDate: row.end_date,
    budget: row.budget === null ? null : { minor: row.budget, currency: row.currency },
    expectedReach: row.expected_reach,
    supplier: row.supplier,
    preApprovalId: row.pre_approval_id,
    version: row.version,
  };
}
