import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type CampaignFacts, saveCampaign } from "./campaign-store.ts";
import { checkCampaign, nameTaken } from "./check-campaign.ts";
import { lockCampaign } from "./lock-for-editing.ts";
import type { Campaign } from "./plan.ts";
import type { EditCampaignBody } from "./plan-bodies.ts";
import { changedFields, recordPartChange } from "./record-plan-change.ts";

/**
 * Changes a campaign of a plan that is open for changes. A field left out stays as it is. Its dates may shrink below its
 * activities: the checklist then says which of them to move, and blocks the submission.
 */
export async function editCampaign(
  tx: Tx,
  command: Command,
  id: string,
  body: () => EditCampaignBody,
): Promise<Campaign> {
  const { plan, campaign } = await lockCampaign(tx, command, id);
  checkVersion(command.seen, campaign.version);
  const input = body();
  const { name, objective, audience, startDate, endDate } = campaign;
  const before: CampaignFacts = { name, objective, audience, startDate, endDate };
  const facts: CampaignFacts = {
    name: input.name ?? name,
    objective: input.objective === undefined ? objective : input.objective,
    audience: input.audience === undefined ? audience : input.audience,
    startDate: input.startDate === undefined ? startDate : input.startDate,
    endDate: input.endDate === undefined ? endDate : input.endDate,
  };
  if (input.startDate !== undefined || input.endDate !== undefined) checkCampaign(plan, facts);
  const fields = changedFields(before, facts);
  if (fields.length === 0) return campaign;
  const saved = await saveCampaign(tx, command.now, campaign, facts).catch((error: unknown) => {
    throw nameTaken(error, facts.name);
  });
  await recordPartChange(tx, command, plan, "campaign-changed", { part: id, about: saved.name, fields });
  return saved;
}
