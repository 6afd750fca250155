import { queryClient } from "../api/query-client.ts";
import { loadTexts } from "../i18n/i18n.ts";
import { activityTypesQuery, editionQuery, programsQuery } from "../programs/programs-api.ts";
import { claimQuery, commentsQuery, findingsQuery, historyQuery } from "./claims-api.ts";

/**
 * Reads all that a claim's page shows before it is shown, so that nothing on it moves afterwards. Only the claim itself must
 * be there; what else fails says so in its own place on the page.
 */
export async function loadClaim(id: string): Promise<void> {
  const parts: Promise<void>[] = [
    loadTexts("editors"),
    queryClient.prefetchQuery(findingsQuery(id)),
    queryClient.prefetchQuery(commentsQuery(id)),
    queryClient.prefetchQuery(historyQuery(id)),
    queryClient.prefetchQuery(programsQuery),
  ];
  const { program, usage, edition } = await queryClient.ensureQueryData(claimQuery(id));
  parts.push(
    queryClient.prefetchQuery(activityTypesQuery(program, usage.from)),
    queryClient.prefetchQuery(editionQuery(program, edition.programYear)),
  );
  await Promise.all(parts);
}
