import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import type { Found } from "../api/types.ts";

/** What has these words in its number or name, best first. A search that nobody waits for any more is broken off. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: async ({ signal }): Promise<readonly Found[]> =>
      (await dataOf(api.GET("/api/v1/search", { params: { query: { q } }, signal }))).items,
    enabled: q !== "",
    staleTime: 30_000,
  });
