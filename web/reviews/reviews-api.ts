import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf, ifMatch } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { ApproveClaim, ApprovePlan } from "../api/schema.gen.d.ts";
import type { Claim, Plan } from "../api/types.ts";
import { refreshClaim } from "../claims/claims-api.ts";
import { refreshPlan } from "../plans/plans-api.ts";
import type { DecisionBody, DecisionPorts } from "./use-decision.ts";

/** What the queue is narrowed to. */
export interface ReviewFilter {
  assignee?: string;
  overdue?: "true" | "false" | undefined;
  q?: string;
  sort?: string;
}

/** What waits for a decision, the most urgent first. */
export const reviewsQuery = (
  { overdue, ...rest }: ReviewFilter,
  filter = { ...rest, ...(overdue ? { overdue } : {}) },
) =>
  infiniteQueryOptions({
    queryKey: ["reviews", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/reviews", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One review with its claim, what the rules say, and the reasons to choose from. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ["reviews", "one", id],
    queryFn: () => dataOf(api.GET("/api/v1/reviews/{id}", { params: { path: { id } } })),
  });

/** Takes a review in hand, or puts it back. */
export async function assignReview(id: string, assignee: "me" | null): Promise<void> {
  await api.POST("/api/v1/reviews/{id}/assignment", { params: { path: { id } }, body: { assignee } });
  await queryClient.invalidateQueries({ queryKey: ["reviews"] });
}

/** Decides on a claim, on exactly the version that was looked at. */
function decideClaim({ id, version }: Claim, decision: DecisionBody<ApproveClaim>): Promise<Claim> {
  const rest = { params: { path: { id }, header: ifMatch(version) } };
  switch (decision.step) {
    case "approval":
      return dataOf(api.POST("/api/v1/claims/{id}/approval", { ...rest, body: decision.body }));
    case "rejection":
      return dataOf(api.POST("/api/v1/claims/{id}/rejection", { ...rest, body: decision.body }));
    case "information-request":
      return dataOf(api.POST("/api/v1/claims/{id}/information-request", { ...rest, body: decision.body }));
  }
}

/** Decides on a plan, on exactly the version that was looked at. */
function decidePlan({ id, version }: Plan, decision: DecisionBody<ApprovePlan>): Promise<Plan> {
  const rest = { params: { path: { id }, header: ifMatch(version) } };
  switch (decision.step) {
    case "approval":
      return dataOf(api.POST("/api/v1/plans/{id}/approval", { ...rest, body: decision.body }));
    case "rejection":
      return dataOf(api.POST("/api/v1/plans/{id}/rejection", { ...rest, body: decision.body }));
    case "information-request":
      return dataOf(api.POST("/api/v1/plans/{id}/information-request", { ...rest, body: decision.body }));
  }
}

/** How a claim is decided on. */
export const claimPorts = (claim: Claim): DecisionPorts<ApproveClaim> => ({
  decide: (decision) => decideClaim(claim, decision),
  refresh: () => refreshClaim(claim.id),
});

/** How a plan is decided on. */
export const planPorts = (plan: Plan): DecisionPorts<ApprovePlan> => ({
  decide: (decision) => decidePlan(plan, decision),
  refresh: () => refreshPlan(plan.id),
});
