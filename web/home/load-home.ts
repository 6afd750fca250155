import { queryClient } from "../api/query-client.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { flyingQuery, homeFundsQuery, tasksQuery } from "./home-queries.ts";

/** Reads the first page's lists before it is shown, so that nothing on it moves afterwards. A list that fails says so itself. */
export async function loadHome(): Promise<void> {
  await Promise.all([
    queryClient.prefetchQuery(tasksQuery),
    queryClient.prefetchQuery(flyingQuery),
    queryClient.prefetchInfiniteQuery(homeFundsQuery),
    queryClient.prefetchQuery(programsQuery),
  ]);
}
