import type { ActivityBody, CampaignBody } from "../../api/schema.gen.d.ts";
import type { Activity, Campaign } from "../../api/types.ts";

/** Everything a person typed into a campaign, as it is sent for a new one. */
export const campaignCopy = ({ name, startDate, endDate, objective, audience }: Campaign): CampaignBody => ({
  name,
  startDate,
  endDate,
  objective,
  audience,
});

/** Everything a person typed into an activity, as it is sent for a new one. */
export const activityCopy = (activity: Activity): ActivityBody => ({
  name: activity.name,
  activityType: activity.activityType,
  countries: activity.countries,
  startDate: activity.startDate,
  endDate: activity.endDate,
  budget: activity.budget,
  expectedReach: activity.expectedReach,
  supplier: activity.supplier,
  preApprovalId: activity.preApprovalId,
});
