import { queryClient } from "../api/query-client.ts";
import { meQuery } from "../identity/me.ts";
import { programsQuery } from "../programs/programs-api.ts";
import {
  enrollmentTasksQuery,
  flyingQuery,
  homeFundsQuery,
  nextReviewsQuery,
  overviewQuery,
  planTasksQuery,
  tasksQuery,
} from "./home-queries.ts";

/** Reads the first page's lists before it is shown, so that nothing on it moves afterwards. A list that fails says so itself. */
export async function loadHome(): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (me.side === "vendor") {
    await Promise.all([
      queryClient.prefetchQuery(overviewQuery),
      ...(me.abilities["viewClaims"]?.allowed ? [queryClient.prefetchInfiniteQuery(nextReviewsQuery)] : []),
    ]);
    return;
  }
  await Promise.all([
    ...(me.abilities["viewPlans"]?.allowed ? [queryClient.prefetchQuery(planTasksQuery)] : []),
    queryClient.prefetchQuery(enrollmentTasksQuery),
    queryClient.prefetchQuery(tasksQuery),
    queryClient.prefetchQuery(flyingQuery),
    queryClient.prefetchInfiniteQuery(homeFundsQuery),
    queryClient.prefetchQuery(programsQuery),
  ]);
}
