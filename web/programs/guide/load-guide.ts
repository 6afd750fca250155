import { queryClient } from "../../api/query-client.ts";
import { marketQuery } from "../../identity/locations-api.ts";
import { type GuideOf, guideQuery } from "./guide-api.ts";

/** Reads a guide before it is shown, with promises counted by the calendar of the person's own market. */
export async function loadGuide(code: string, on?: string): Promise<GuideOf> {
  // Without a market only weekends are left out, and the guide says so.
  const market = await queryClient.ensureQueryData(marketQuery).catch(() => undefined);
  const of: GuideOf = { ...(on ? { on } : {}), ...(market ? { market } : {}) };
  await queryClient.ensureQueryData(guideQuery(code, of));
  return of;
}
