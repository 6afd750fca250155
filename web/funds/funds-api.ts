import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { MoneyOnWire } from "../api/types.ts";

/** Funds the person may see, page by page. */
export const fundsQuery = (filter: { program?: string; sort?: string } = {}) =>
  infiniteQueryOptions({
    queryKey: ["funds", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/funds", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** One fund with all its balances. */
export const fundQuery = (id: string) =>
  queryOptions({
    queryKey: ["funds", "one", id],
    queryFn: () => dataOf(api.GET("/api/v1/funds/{id}", { params: { path: { id } } })),
  });

/** The lines of a fund's ledger, with their sources. */
export const statementQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["funds", "statement", id],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/funds/{id}/statement", {
          params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** A correction by the vendor's finance. */
export interface Adjustment {
  amount: MoneyOnWire;
  reasonCode: string;
  note: string;
  effectiveFor: string;
}

/** Posts a correction to the fund's ledger. */
export async function adjustFund(id: string, body: Adjustment): Promise<void> {
  await api.POST("/api/v1/funds/{id}/adjustments", { params: { path: { id } }, body });
  await queryClient.invalidateQueries({ queryKey: ["funds"] });
}
