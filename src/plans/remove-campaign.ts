import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activitiesOf, deleteActivity } from "./activity-store.ts";
import { deleteCampaign } from "./campaign-store.ts";
import { lockCampaign } from "./lock-for-editing.ts";
import { recordPartChange } from "./record-plan-change.ts";
import { refuseClaimed } from "./remove-activity.ts";

/** Takes a campaign and its activities out of a plan that is open for changes; 409 when one of them stands in a claim. */
export async function removeCampaign(tx: Tx, command: Command, id: string): Promise<void> {
  const { plan, campaign } = await lockCampaign(tx, command, id);
  checkVersion(command.seen, campaign.version);
  const activities = (await activitiesOf(tx, plan.id)).filter(({ campaignId }) => campaignId === id);
  await refuseClaimed(
    tx,
    activities.map((activity) => activity.id),
  );
  for (const activity of activities) await deleteActivity(tx, activity.id);
  await deleteCampaign(tx, id);
  await recordPartChange(tx, command, plan, "campaign-removed", { part: id, about: campaign.name });
}
