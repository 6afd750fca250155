import type { Activity, Campaign, Plan } from "../api/types.ts";

/** The plan with this campaign in place of the one it was; its activities stay as the plan knows them. */
export function withCampaign(plan: Plan, campaign: Campaign): Plan {
  const known = plan.campaigns.some(({ id }) => id === campaign.id);
  const campaigns = known
    ? plan.campaigns.map((one) => (one.id === campaign.id ? { ...campaign, activities: one.activities } : one))
    : [...plan.campaigns, campaign];
  return { ...plan, campaigns };
}

/** The plan with this activity in place of the one it was. */
export function withActivity(plan: Plan, activity: Activity): Plan {
  const campaigns = plan.campaigns.map((campaign) => {
    if (campaign.id !== activity.campaign) return campaign;
    const known = campaign.activities.some(({ id }) => id === activity.id);
    const activities = known
      ? campaign.activities.map((one) => (one.id === activity.id ? activity : one))
      : [...campaign.activities, activity];
    return { ...campaign, activities };
  });
  return { ...plan, campaigns };
}

/** All activities of a plan, in the order of its campaigns. */
export const activitiesOf = (plan: Plan): Activity[] => plan.campaigns.flatMap(({ activities }) => activities);

/** What is picked in the tree: the plan itself, a campaign or an activity of it. */
export type Picked =
  | { readonly kind: "plan" }
  | { readonly kind: "campaign"; readonly campaign: Campaign }
  | { readonly kind: "activity"; readonly campaign: Campaign; readonly activity: Activity };

/** What an id of the tree stands for; the plan itself where it is none (any more). */
export function pickedIn(plan: Plan, id: string | undefined): Picked {
  for (const campaign of plan.campaigns) {
    if (campaign.id === id) return { kind: "campaign", campaign };
    const activity = campaign.activities.find((one) => one.id === id);
    if (activity) return { kind: "activity", campaign, activity };
  }
  return { kind: "plan" };
}

/** Where the field of a finding stands (`campaigns[0].activities[1].budget`): the part's id, and its name in words. */
export function partAt(
  plan: Plan,
  field: string,
): { readonly id: string | undefined; readonly words: string | undefined } {
  const [, c, a] = /^campaigns\[(\d+)\](?:\.activities\[(\d+)\])?/.exec(field) ?? [];
  const campaign = c === undefined ? undefined : plan.campaigns[Number(c)];
  if (!campaign) return { id: undefined, words: undefined };
  const activity = a === undefined ? undefined : campaign.activities[Number(a)];
  return activity
    ? { id: activity.id, words: `${campaign.name}: ${activity.name}` }
    : { id: campaign.id, words: campaign.name };
}
