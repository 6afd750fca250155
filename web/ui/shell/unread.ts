import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../../api/client.ts";

const EVERY_MS = 60_000;

/** How many notifications are not read; asked again each minute while the page is looked at. */
export const unreadQuery = queryOptions({
  queryKey: ["notices", "count"],
  queryFn: () => dataOf(api.GET("/api/v1/notifications/count")),
  refetchInterval: EVERY_MS,
  staleTime: EVERY_MS,
});
