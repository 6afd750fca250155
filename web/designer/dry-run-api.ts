import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { DryRun } from "../api/schema.gen.d.ts";

/** How the claims of a dry run are summed up. */
export type GroupedBy = "partner" | "activityType" | "rule";

/** The dry runs of a version, newest first; asked again while one is under way. */
export const dryRunsQuery = (edition: string) =>
  queryOptions({
    queryKey: ["dry-runs", edition],
    queryFn: () =>
      dataOf(api.GET("/api/v1/editions/{id}/dry-runs", { params: { path: { id: edition }, query: { limit: 5 } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 700 : false),
  });

/** Sums of a dry run by partner, activity or rule, the heaviest first. */
export const dryRunGroupsQuery = (id: string, by: GroupedBy) =>
  queryOptions({
    queryKey: ["dry-run", id, "groups", by],
    queryFn: () =>
      dataOf(api.GET("/api/v1/dry-runs/{id}/groups", { params: { path: { id }, query: { by, limit: 50 } } })),
  });

/** Claims of a dry run that would have come out otherwise. */
export const dryRunClaimsQuery = (id: string, filter: { partner?: string; activityType?: string; rule?: string }) =>
  queryOptions({
    queryKey: ["dry-run", id, "claims", filter],
    queryFn: () =>
      dataOf(api.GET("/api/v1/dry-runs/{id}/claims", { params: { path: { id }, query: { ...filter, limit: 50 } } })),
  });

/** True while a dry run is still judging. */
export const isUnderWay = ({ status }: Pick<DryRun, "status">): boolean => status === "queued" || status === "running";

/** Tries a version on the claims whose work was done in a span. */
export async function startDryRun(edition: string, span: { from: string; to: string }): Promise<void> {
  await dataOf(api.POST("/api/v1/editions/{id}/dry-run", { params: { path: { id: edition } }, body: span }));
  await queryClient.invalidateQueries({ queryKey: ["dry-runs", edition] });
}

/** Stops a dry run; what it has judged so far stays. */
export async function cancelDryRun(run: DryRun): Promise<void> {
  await dataOf(api.POST("/api/v1/dry-runs/{id}/cancellation", { params: { path: { id: run.id } }, body: {} }));
  await queryClient.invalidateQueries({ queryKey: ["dry-runs", run.edition.id] });
}
