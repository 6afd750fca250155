import { queryClient } from "../api/query-client.ts";
import { loadTexts } from "../i18n/i18n.ts";
import { activityTypesQuery, editionQuery, programsQuery } from "../programs/programs-api.ts";
import { planCommentsQuery, planFindingsQuery, planHistoryQuery, planQuery } from "./plans-api.ts";

/** Reads all that a plan's page shows before it is shown. Only the plan itself must be there. */
export async function loadPlan(id: string): Promise<void> {
  const parts: Promise<void>[] = [
    loadTexts("editors"),
    queryClient.prefetchQuery(planFindingsQuery(id)),
    queryClient.prefetchQuery(planCommentsQuery(id)),
    queryClient.prefetchQuery(planHistoryQuery(id)),
    queryClient.prefetchQuery(programsQuery),
  ];
  const { program, period, edition } = await queryClient.ensureQueryData(planQuery(id));
  parts.push(
    queryClient.prefetchQuery(activityTypesQuery(program, period.from)),
    queryClient.prefetchQuery(editionQuery(program, edition.programYear)),
  );
  await Promise.all(parts);
}
