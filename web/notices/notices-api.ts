import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { Notice } from "../api/types.ts";

/** How many of the newest the bell shows. */
const NEWEST = 6;

/** What the person was told, the newest first. */
export const newestNoticesQuery = queryOptions({
  queryKey: ["notices", "newest"],
  queryFn: () => dataOf(api.GET("/api/v1/notifications", { params: { query: { limit: NEWEST } } })),
  staleTime: 0,
});

/** The same page by page, all or those not yet read. */
export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ["notices", "all", unread],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/notifications", {
          params: { query: { ...(unread ? { unread: "true" } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 0,
  });

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ["notices"] });

/** Notes that it was read: by opening what it is about. */
export async function readNotice({ id, readAt }: Notice): Promise<void> {
  if (readAt !== null) return;
  await api.POST("/api/v1/notifications/{id}/reading", { params: { path: { id } } });
  await changed();
}

/** Notes that all that happened until this moment was read; what comes in meanwhile stays unread. */
export async function readAllUntil(until: string): Promise<void> {
  await api.POST("/api/v1/notifications/reading", { body: { until } });
  await changed();
}
