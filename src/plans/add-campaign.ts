import { type Command, DomainError, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { campaignsOf, insertCampaign } from "./campaign-store.ts";
import { checkCampaign, nameTaken } from "./check-campaign.ts";
import { lockForEditing } from "./lock-for-editing.ts";
import type { Campaign } from "./plan.ts";
import type { CampaignBody } from "./plan-bodies.ts";
import { recordPartChange } from "./record-plan-change.ts";

/** More than anybody reads; what the plan's page shows at once stays within bounds. */
const MOST_CAMPAIGNS = 100;

/** Adds a campaign to a plan that is open for changes. Its name is its own in the plan, its dates lie in the plan's period. */
export async function addCampaign(
  tx: Tx,
  command: Command,
  planId: string,
  body: () => CampaignBody,
): Promise<Campaign> {
  const plan = await lockForEditing(tx, command, planId);
  const input = body();
  if ((await campaignsOf(tx, planId)).length >= MOST_CAMPAIGNS)
    throw new DomainError({
      code: "too-many-campaigns",
      kind: "conflict",
      message: sentence("A plan holds up to 100 campaigns. Add activities to one of them."),
    });
  const facts = {
    name: input.name,
    objective: input.objective ?? null,
    audience: input.audience ?? null,
    startDate: input.startDate ?? null,
    endDate: input.endDate ?? null,
  };
  checkCampaign(plan, facts);
  const campaign = await insertCampaign(tx, command, plan, facts).catch((error: unknown) => {
    throw nameTaken(error, facts.name);
  });
  await recordPartChange(tx, command, plan, "campaign-added", { part: campaign.id, about: campaign.name });
  return campaign;
}
