import { queryClient } from "../api/query-client.ts";
import { openFundsQuery } from "../funds/funds-api.ts";
import { meQuery } from "../identity/me.ts";
import { allEnrollmentsQuery, programsQuery } from "../programs/programs-api.ts";

/** Asks in which programs somebody takes part, while the code of the calendar is on its way. */
export async function loadCalendar(): Promise<void> {
  const { side } = await queryClient.ensureQueryData(meQuery);
  void queryClient.prefetchQuery(programsQuery);
  if (side === "vendor") return;
  void queryClient.prefetchQuery(allEnrollmentsQuery);
  void queryClient.prefetchInfiniteQuery(openFundsQuery);
}
