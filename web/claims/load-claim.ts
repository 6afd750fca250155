import { queryClient } from "../api/query-client.ts";
import type { Claim } from "../api/types.ts";
import { loadTexts } from "../i18n/i18n.ts";
import { activityTypesQuery, editionQuery, programsQuery } from "../programs/programs-api.ts";
import { claimQuery, commentsQuery, findingsQuery, historyQuery } from "./claims-api.ts";

/**
 * Reads all that a claim's page shows before it is shown, so that nothing on it moves afterwards. Only the claim itself must
 * be there; what else fails says so in its own place on the page.
 */
export async function loadClaim(id: string): Promise<void> {
  await Promise.all([besideClaim(id), queryClient.ensureQueryData(claimQuery(id)).then(ofEdition)]);
}

/** The same where the claim is there already, as it is in its review. */
export async function loadAroundClaim(claim: Claim): Promise<void> {
  await Promise.all([besideClaim(claim.id), ofEdition(claim)]);
}

async function besideClaim(id: string): Promise<void> {
  await Promise.all([
    loadTexts("editors"),
    queryClient.prefetchQuery(findingsQuery(id)),
    queryClient.prefetchQuery(commentsQuery(id)),
    queryClient.prefetchQuery(historyQuery(id)),
    queryClient.prefetchQuery(programsQuery),
  ]);
}

async function ofEdition({ program, usage, edition }: Claim): Promise<void> {
  await Promise.all([
    queryClient.prefetchQuery(activityTypesQuery(program, usage.from)),
    queryClient.prefetchQuery(editionQuery(program, edition.programYear)),
  ]);
}
