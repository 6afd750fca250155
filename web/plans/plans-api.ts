import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf, ifMatch } from "../api/client.ts";
import { listFileUrl } from "../api/list-file-url.ts";
import { queryClient } from "../api/query-client.ts";
import type { ActivityBody, CampaignBody, CreatePlan, PlanPaymentBody } from "../api/schema.gen.d.ts";
import type { Activity, Campaign, Claim, MoneyOnWire, Plan } from "../api/types.ts";
import { withActivity, withCampaign } from "./plan-parts.ts";

/** What a list of plans is narrowed to. */
export interface PlanFilter {
  status?: string;
  program?: string;
  location?: string;
  q?: string;
  sort?: string;
}

/** What the address of the list says: also which columns are shown. */
export interface PlanSearch extends PlanFilter {
  columns?: string;
}

/** The filters and the order alone. */
const filterOf = ({ columns: _columns, ...filter }: PlanSearch): PlanFilter => filter;

/** Where the list is as a file, narrowed and ordered like the one on the screen. */
export const plansFileUrl = (search: PlanSearch): string => listFileUrl("plans", filterOf(search));

/** A list of plans, page by page. */
export const plansQuery = (search: PlanSearch, filter = filterOf(search)) =>
  infiniteQueryOptions({
    queryKey: ["plans", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/plans", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** The first few plans of a list, for overviews. */
export const fewPlansQuery = (filter: PlanFilter, limit = 5) =>
  queryOptions({
    queryKey: ["plans", "few", filter, limit],
    queryFn: () => dataOf(api.GET("/api/v1/plans", { params: { query: { ...filter, limit } } })),
  });

/** One plan with its campaigns and activities. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id],
    queryFn: () => dataOf(api.GET("/api/v1/plans/{id}", { params: { path: { id } } })),
  });

/** What the rules say about a plan right now. */
export const planFindingsQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id, "findings"],
    queryFn: () => dataOf(api.GET("/api/v1/plans/{id}/findings", { params: { path: { id } } })),
  });

/** What happened to a plan, the oldest first. */
export const planHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id, "history"],
    queryFn: () => dataOf(api.GET("/api/v1/plans/{id}/history", { params: { path: { id } } })),
  });

/** What people said about a plan. */
export const planCommentsQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan", id, "comments"],
    queryFn: () => dataOf(api.GET("/api/v1/plans/{id}/comments", { params: { path: { id } } })),
  });

/** Locations that take part in a program: where a plan can be made. */
export const enrolledQuery = queryOptions({
  queryKey: ["enrollments", "enrolled"],
  queryFn: () => dataOf(api.GET("/api/v1/enrollments", { params: { query: { status: "enrolled", limit: 200 } } })),
});

/** Reads the plan and all that hangs on it anew: after something in it changed. */
export function refreshPlan(id: string): Promise<void> {
  for (const key of ["plans", "reviews", "funds", "claims"]) void queryClient.invalidateQueries({ queryKey: [key] });
  return queryClient.invalidateQueries({ queryKey: ["plan", id] });
}

function changeCached(planId: string, change: (plan: Plan) => Plan): void {
  const { queryKey } = planQuery(planId);
  const known = queryClient.getQueryData<Plan>(queryKey);
  if (known) queryClient.setQueryData(queryKey, change(known));
  // Sums, abilities and findings are the server's: they are read anew.
  void queryClient.invalidateQueries({ queryKey: ["plan", planId] });
  void queryClient.invalidateQueries({ queryKey: ["plans"] });
}

/** Puts what a save gave back into the plan on the screen. */
export const keepPlan = (plan: Plan): void => changeCached(plan.id, () => plan);
/** The same for a campaign. */
export const keepCampaign = (campaign: Campaign): void =>
  changeCached(campaign.plan, (plan) => withCampaign(plan, campaign));
/** The same for an activity. */
export const keepActivity = (activity: Activity): void =>
  changeCached(activity.plan, (plan) => withActivity(plan, activity));

/** Creates a draft plan. */
export const createPlan = (body: CreatePlan): Promise<Plan> => dataOf(api.POST("/api/v1/plans", { body }));

/** Adds a campaign to a plan. */
export const addCampaign = (planId: string, body: CampaignBody): Promise<Campaign> =>
  dataOf(api.POST("/api/v1/plans/{id}/campaigns", { params: { path: { id: planId } }, body }));

/** Removes a campaign with its activities, as it was seen. */
export async function removeCampaign({ id, version }: Campaign): Promise<void> {
  await api.DELETE("/api/v1/campaigns/{id}", { params: { path: { id }, header: ifMatch(version) } });
}

/** Adds an activity to a campaign. */
export const addActivity = (campaignId: string, body: ActivityBody): Promise<Activity> =>
  dataOf(api.POST("/api/v1/campaigns/{id}/activities", { params: { path: { id: campaignId } }, body }));

/** Removes an activity, as it was seen. */
export async function removeActivity({ id, version }: Activity): Promise<void> {
  await api.DELETE("/api/v1/activities/{id}", { params: { path: { id }, header: ifMatch(version) } });
}

/** Submits a plan; `confirmedAmount` is the sum that stood on the screen. */
export const submitPlan = (id: string, confirmedAmount: MoneyOnWire): Promise<Plan> =>
  dataOf(api.POST("/api/v1/plans/{id}/submission", { params: { path: { id } }, body: { confirmedAmount } }));

/** Steps of a plan that need no words. */
export type PlainPlanStep = "cancellation" | "editing" | "review";

/** Takes a step that needs no words. */
export const stepPlan = (id: string, step: PlainPlanStep): Promise<Plan> =>
  dataOf(api.POST(`/api/v1/plans/{id}/${step}`, { params: { path: { id } }, body: {} }));

/** Begins the proof of an activity: a claim with what is known filled in. */
export const proveActivity = (plan: Plan, { id, activityType, name }: Activity): Promise<Claim> =>
  dataOf(
    api.POST("/api/v1/claims", {
      body: { program: plan.program, location: plan.location.id, activity: id, activityType, name },
    }),
  );

/** Posts what was paid under a plan ahead of its proof. */
export async function payPlan(id: string, body: PlanPaymentBody): Promise<void> {
  await api.POST("/api/v1/plans/{id}/payments", { params: { path: { id } }, body });
  await refreshPlan(id);
}
