import { queryClient } from "./api/query-client.ts";
import { prepareFormats } from "./i18n/format.ts";
import { meQuery } from "./identity/me.ts";
import { router } from "./router.tsx";

/**
 * Asks for what the first page cannot be drawn without, before anything is drawn: its code, and who is signed in. Whoever
 * needs them afterwards shares the answers; what failed is asked again there, and said.
 */
export function startEarly(path: string): void {
  const [routes] = router.getMatchedRoutes(path);
  if (routes.some(({ id }) => id === "/_app")) void queryClient.prefetchQuery(meQuery);
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined);
  prepareFormats();
}
