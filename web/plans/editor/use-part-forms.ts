import { api, dataOf, ifMatch } from "../../api/client.ts";
import type { EditActivity, EditCampaign } from "../../api/schema.gen.d.ts";
import type { Activity, Campaign, Plan } from "../../api/types.ts";
import { useMe } from "../../identity/me.ts";
import { useAutosave } from "../../ui/use-autosave.ts";
import { keepActivity, keepCampaign, keepPlan } from "../plans-api.ts";

/** The plan's own fields as text. */
export type PlanFields = { name: string; reviewerEmail: string; currency: string };
/** A campaign's fields as text. */
export type CampaignFields = { name: string; startDate: string; endDate: string; objective: string; audience: string };
/** An activity's fields as text; countries with commas. */
export type ActivityFields = {
  name: string;
  activityType: string;
  countries: string;
  startDate: string;
  endDate: string;
  budget: string;
  expectedReach: string;
  supplier: string;
  preApprovalId: string;
};

/** Empty text clears a field; a field that was not typed in stays as it is. */
const cleared = <K extends string>(change: Partial<Record<K, string>>, names: readonly K[]) =>
  Object.fromEntries(names.flatMap((name) => (change[name] === undefined ? [] : [[name, change[name] || null]])));

/** The plan's name, reviewer and currency, saving themselves. */
export function usePlanForm(plan: Plan) {
  const me = useMe();
  const params = { path: { id: plan.id } };
  return useAutosave<Plan, PlanFields>({
    storageKey: `${me.id}.plan.${plan.id}`,
    resource: plan,
    fields: ({ name, reviewerEmail, currency }) => ({ name, reviewerEmail, currency }),
    save: (change, version) =>
      dataOf(api.PATCH("/api/v1/plans/{id}", { params: { ...params, header: ifMatch(version) }, body: change })),
    load: () => dataOf(api.GET("/api/v1/plans/{id}", { params })),
    onSaved: keepPlan,
  });
}

function campaignBody(change: Partial<CampaignFields>): EditCampaign {
  const { name, ...rest } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...cleared(rest, ["startDate", "endDate", "objective", "audience"]),
  };
}

/** A campaign, saving itself. */
export function useCampaignForm(campaign: Campaign) {
  const me = useMe();
  const params = { path: { id: campaign.id } };
  return useAutosave<Campaign, CampaignFields>({
    storageKey: `${me.id}.campaign.${campaign.id}`,
    resource: campaign,
    fields: ({ name, startDate, endDate, objective, audience }) => ({
      name,
      startDate: startDate ?? "",
      endDate: endDate ?? "",
      objective: objective ?? "",
      audience: audience ?? "",
    }),
    save: (change, version) =>
      dataOf(
        api.PATCH("/api/v1/campaigns/{id}", {
          params: { ...params, header: ifMatch(version) },
          body: campaignBody(change),
        }),
      ),
    load: () => dataOf(api.GET("/api/v1/campaigns/{id}", { params })),
    onSaved: keepCampaign,
  });
}

export type CampaignFormState = ReturnType<typeof useCampaignForm>;

function activityBody(change: Partial<ActivityFields>, currency: string): EditActivity {
  const { name, activityType, countries, budget, expectedReach, ...rest } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(activityType === undefined ? {} : { activityType }),
    ...(countries === undefined ? {} : { countries: countries === "" ? [] : countries.split(",") }),
    ...(budget === undefined ? {} : { budget: budget === "" ? null : { amount: budget, currency } }),
    ...(expectedReach === undefined ? {} : { expectedReach: expectedReach === "" ? null : Number(expectedReach) }),
    ...cleared(rest, ["startDate", "endDate", "supplier", "preApprovalId"]),
  };
}

/** An activity, saving itself. */
export function useActivityForm(activity: Activity, currency: string) {
  const me = useMe();
  const params = { path: { id: activity.id } };
  return useAutosave<Activity, ActivityFields>({
    storageKey: `${me.id}.activity.${activity.id}`,
    resource: activity,
    fields: (one) => ({
      name: one.name,
      activityType: one.activityType,
      countries: one.countries.join(","),
      startDate: one.startDate ?? "",
      endDate: one.endDate ?? "",
      budget: one.budget?.amount ?? "",
      expectedReach: one.expectedReach === null ? "" : String(one.expectedReach),
      supplier: one.supplier ?? "",
      preApprovalId: one.preApprovalId ?? "",
    }),
    save: (change, version) =>
      dataOf(
        api.PATCH("/api/v1/activities/{id}", {
          params: { ...params, header: ifMatch(version) },
          body: activityBody(change, currency),
        }),
      ),
    load: () => dataOf(api.GET("/api/v1/activities/{id}", { params })),
    onSaved: keepActivity,
  });
}

export type ActivityFormState = ReturnType<typeof useActivityForm>;
