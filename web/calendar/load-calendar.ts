import { queryClient } from "../api/query-client.ts";
import { openFundsQuery } from "../funds/funds-api.ts";
import { meQuery } from "../identity/me.ts";
import { allEnrollmentsQuery, programsQuery } from "../programs/programs-api.ts";

/** Reads in which programs somebody takes part before the calendar is shown; what fails says so there. */
export async function loadCalendar(): Promise<void> {
  const { side } = await queryClient.ensureQueryData(meQuery);
  await Promise.all([
    queryClient.prefetchQuery(programsQuery),
    ...(side === "partner"
      ? [queryClient.prefetchQuery(allEnrollmentsQuery), queryClient.prefetchInfiniteQuery(openFundsQuery)]
      : []),
  ]);
}
