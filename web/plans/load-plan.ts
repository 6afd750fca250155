import { queryClient } from "../api/query-client.ts";
import type { Plan } from "../api/types.ts";
import { loadTexts } from "../i18n/i18n.ts";
import { activityTypesQuery, editionQuery, programsQuery } from "../programs/programs-api.ts";
import { planCommentsQuery, planFindingsQuery, planHistoryQuery, planQuery } from "./plans-api.ts";

/** Reads all that a plan's page shows before it is shown. Only the plan itself must be there. */
export async function loadPlan(id: string): Promise<void> {
  await Promise.all([besidePlan(id), queryClient.ensureQueryData(planQuery(id)).then(ofEdition)]);
}

/** The same where the plan is there already, as it is in its review. */
export async function loadAroundPlan(plan: Plan): Promise<void> {
  await Promise.all([besidePlan(plan.id), ofEdition(plan)]);
}

async function besidePlan(id: string): Promise<void> {
  await Promise.all([
    loadTexts("editors"),
    queryClient.prefetchQuery(planFindingsQuery(id)),
    queryClient.prefetchQuery(planCommentsQuery(id)),
    queryClient.prefetchQuery(planHistoryQuery(id)),
    queryClient.prefetchQuery(programsQuery),
  ]);
}

async function ofEdition({ program, period, edition }: Plan): Promise<void> {
  await Promise.all([
    queryClient.prefetchQuery(activityTypesQuery(program, period.from)),
    queryClient.prefetchQuery(editionQuery(program, edition.programYear)),
  ]);
}
