import { queryClient } from "../api/query-client.ts";
import { loadAroundClaim } from "../claims/load-claim.ts";
import { loadAroundPlan } from "../plans/load-plan.ts";
import { reviewQuery } from "./reviews-api.ts";

/** Reads all that the review page shows before it is shown, so that nothing on it moves afterwards. */
export async function loadReview(id: string): Promise<void> {
  const { claim, plan } = await queryClient.ensureQueryData(reviewQuery(id));
  if (claim) await loadAroundClaim(claim);
  if (plan) await loadAroundPlan(plan);
}
