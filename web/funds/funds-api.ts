import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { MoneyOnWire } from "../api/types.ts";

/** What a list of funds is narrowed to. */
export interface FundFilter {
  program?: string;
  location?: string;
  partner?: string;
  usagePeriod?: string;
  /** Only funds whose claim window has not ended. */
  open?: "true";
  sort?: string;
  limit?: number;
}

/** Funds the person may see, page by page. */
export const fundsQuery = (filter: FundFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ["funds", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/funds", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What the address of the list says. */
export interface FundSearch {
  state?: string | undefined;
  program?: string | undefined;
  location?: string | undefined;
  partner?: string | undefined;
}

/** The same as the API is asked: those that can be claimed, or all. */
export const filterOf = ({ state, program, location, partner }: FundSearch): FundFilter => ({
  ...(program ? { program } : {}),
  ...(location ? { location } : {}),
  ...(partner ? { partner } : {}),
  ...(state === "all" ? { sort: "-expiresOn" } : { open: "true", sort: "expiresOn" }),
});

/** The funds whose claim window has not ended, as many as a partner may have, those that end first on top. */
export const openFundsQuery = fundsQuery({ open: "true", sort: "expiresOn", limit: 200 });

/** One fund with all its balances. */
export const fundQuery = (id: string) =>
  queryOptions({
    queryKey: ["funds", "one", id],
    queryFn: () => dataOf(api.GET("/api/v1/funds/{id}", { params: { path: { id } } })),
  });

/** What a statement is narrowed to: what lines come from, and the days they count for. */
export interface StatementFilter {
  source?: string;
  from?: string;
  to?: string;
}

/** The lines of a fund's ledger, with their sources. */
export const statementQuery = (id: string, filter: StatementFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ["funds", "statement", id, filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/funds/{id}/statement", {
          params: { path: { id }, query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Where the statement is as a file, narrowed like the one on the screen. */
export function statementFileUrl(id: string, filter: StatementFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return `/api/v1/funds/${id}/statement.csv${query.size > 0 ? `?${query}` : ""}`;
}

/** What will be left of a fund when all drafts are approved as claimed. */
export const forecastQuery = (id: string) =>
  queryOptions({
    queryKey: ["funds", "forecast", id],
    queryFn: () => dataOf(api.GET("/api/v1/funds/{id}/forecast", { params: { path: { id } } })),
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
