import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import type { Claim } from "../api/types.ts";
import { CommentThread } from "../conversations/CommentThread.tsx";
import { commentsQuery } from "./claims-api.ts";

/** The talk between partner and vendor about a claim. */
export function Comments({ claim }: { claim: Claim }) {
  const comments = useQuery(commentsQuery(claim.id));
  return (
    <CommentThread
      subjectId={claim.id}
      comments={comments}
      ability={claim.abilities["comment"]}
      send={(body) => api.POST("/api/v1/claims/{id}/comments", { params: { path: { id: claim.id } }, body })}
    />
  );
}
