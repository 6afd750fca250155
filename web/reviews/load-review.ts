import { queryClient } from "../api/query-client.ts";
import { loadClaim } from "../claims/load-claim.ts";
import { loadPlan } from "../plans/load-plan.ts";
import { reviewQuery } from "./reviews-api.ts";

/** Reads all that the review page shows before it is shown, so that nothing on it moves afterwards. */
export async function loadReview(id: string): Promise<void> {
  const review = await queryClient.ensureQueryData(reviewQuery(id));
  if (review.claim) await loadClaim(review.claim.id);
  if (review.plan) await loadPlan(review.plan.id);
}
