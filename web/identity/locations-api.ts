import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import { meQuery } from "./me.ts";

const LONG = 10 * 60_000;

/** Locations in sight, by name. The first two hundred: who has more searches for them. */
export const locationsQuery = (q = "") =>
  queryOptions({
    queryKey: ["locations", q],
    queryFn: () =>
      dataOf(api.GET("/api/v1/locations", { params: { query: { limit: 200, sort: "name", ...(q ? { q } : {}) } } })),
    staleTime: LONG,
  });

/** Partners whose name holds these words, by name: the first twenty. */
export const partnersQuery = (q: string) =>
  queryOptions({
    queryKey: ["partners", q],
    queryFn: () =>
      dataOf(api.GET("/api/v1/partners", { params: { query: { limit: 20, sort: "name", ...(q ? { q } : {}) } } })),
    staleTime: LONG,
  });

/**
 * The market whose business days a partner's deadlines are counted in: that of its headquarters, else of its first location. Null for
 * people of the vendor, who stand in no partner's market.
 */
export const marketQuery = queryOptions({
  queryKey: ["market"],
  queryFn: async () => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (me.side === "vendor") return null;
    const { items } = await queryClient.ensureQueryData(locationsQuery());
    return (items.find(({ isHeadquarters }) => isHeadquarters) ?? items[0])?.market ?? null;
  },
  staleTime: LONG,
});
