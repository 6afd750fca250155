import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import type { Plan } from "../api/types.ts";
import { CommentThread } from "../conversations/CommentThread.tsx";
import { HistoryTrail } from "../conversations/HistoryTrail.tsx";
import { planCommentsQuery, planHistoryQuery } from "./plans-api.ts";

/** The talk between partner and vendor about a plan. */
export function PlanComments({ plan }: { plan: Plan }) {
  const comments = useQuery(planCommentsQuery(plan.id));
  return (
    <CommentThread
      subjectId={plan.id}
      comments={comments}
      ability={plan.abilities["comment"]}
      send={(body) => api.POST("/api/v1/plans/{id}/comments", { params: { path: { id: plan.id } }, body })}
    />
  );
}

/** What happened to a plan. */
export function PlanHistory({ plan }: { plan: Plan }) {
  return <HistoryTrail history={useQuery(planHistoryQuery(plan.id))} />;
}
