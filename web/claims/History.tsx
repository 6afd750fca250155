import { useQuery } from "@tanstack/react-query";
import { HistoryTrail } from "../conversations/HistoryTrail.tsx";
import { historyQuery } from "./claims-api.ts";

/** What happened to a claim. */
export function History({ claimId }: { claimId: string }) {
  return <HistoryTrail history={useQuery(historyQuery(claimId))} />;
}
