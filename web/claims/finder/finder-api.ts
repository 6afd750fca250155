import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../../api/client.ts";
import { loadTexts } from "../../i18n/i18n.ts";

/** What may be claimed from each of my funds, those that end first on top, page by page. */
export const optionsQuery = infiniteQueryOptions({
  queryKey: ["funds", "options"],
  queryFn: async ({ pageParam }) => {
    const [page] = await Promise.all([
      dataOf(
        api.GET("/api/v1/claim-options", {
          params: { query: { limit: 100, sort: "expiresOn", ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
      // Caps are said in the words of the guide.
      loadTexts("guide"),
    ]);
    return page;
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** What may be claimed from one fund; nothing when its claiming has ended. */
export const fundOptionsQuery = (fund: string) =>
  queryOptions({
    queryKey: ["funds", "options", fund],
    queryFn: () => dataOf(api.GET("/api/v1/claim-options", { params: { query: { fund } } })),
  });
