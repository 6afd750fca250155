import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { listFileUrl } from "../api/list-file-url.ts";
import { queryClient } from "../api/query-client.ts";
import type { Claim, MoneyOnWire } from "../api/types.ts";

/** What a list of claims is narrowed to. */
export interface ClaimFilter {
  status?: string;
  program?: string;
  location?: string;
  partner?: string;
  q?: string;
  sort?: string;
}

/** What the address of the list says: also which columns are shown. */
export interface ClaimSearch extends ClaimFilter {
  columns?: string;
}

/** The filters and the order alone. */
const filterOf = ({ columns: _columns, ...filter }: ClaimSearch): ClaimFilter => filter;

/** Where the list is as a file, narrowed and ordered like the one on the screen. */
export const claimsFileUrl = (search: ClaimSearch): string => listFileUrl("claims", filterOf(search));

/** A list of claims, page by page. */
export const claimsQuery = (search: ClaimSearch, filter = filterOf(search)) =>
  infiniteQueryOptions({
    queryKey: ["claims", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/claims", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** The first few claims of a list, for overviews. */
export const fewClaimsQuery = (filter: ClaimFilter, limit = 5) =>
  queryOptions({
    queryKey: ["claims", "few", filter, limit],
    queryFn: () => dataOf(api.GET("/api/v1/claims", { params: { query: { ...filter, limit } } })),
  });

/** One claim with everything in it. */
export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id],
    queryFn: () => dataOf(api.GET("/api/v1/claims/{id}", { params: { path: { id } } })),
  });

/** What the rules say about a claim right now. */
export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id, "findings"],
    queryFn: () => dataOf(api.GET("/api/v1/claims/{id}/findings", { params: { path: { id } } })),
  });

/** In which other claims the invoices and files of a claim stand. */
export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id, "duplicates"],
    queryFn: () => dataOf(api.GET("/api/v1/claims/{id}/duplicates", { params: { path: { id } } })),
  });

/** What happened to a claim, the oldest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id, "history"],
    queryFn: () => dataOf(api.GET("/api/v1/claims/{id}/history", { params: { path: { id } } })),
  });

/** What people said about a claim. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ["claim", id, "comments"],
    queryFn: () => dataOf(api.GET("/api/v1/claims/{id}/comments", { params: { path: { id } } })),
  });

/** Puts a newer claim into the cache and asks the rules again. */
export function keepClaim(claim: Claim): void {
  queryClient.setQueryData(claimQuery(claim.id).queryKey, claim);
  void queryClient.invalidateQueries({ queryKey: findingsQuery(claim.id).queryKey });
  void queryClient.invalidateQueries({ queryKey: ["claims"] });
}

/** Reads the claim and all that hangs on it anew: after a part of it changed. */
export function refreshClaim(id: string): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ["claims"] });
  void queryClient.invalidateQueries({ queryKey: ["reviews"] });
  void queryClient.invalidateQueries({ queryKey: ["funds"] });
  return queryClient.invalidateQueries({ queryKey: ["claim", id] });
}

/** A new draft. */
export interface NewClaim {
  program: string;
  location: string;
  usagePeriod: string;
  activityType: string;
  name: string;
  executionDate: string | null;
  amountClaimed: MoneyOnWire | null;
}

/** Creates a draft claim. */
export const createClaim = (body: NewClaim): Promise<Claim> => dataOf(api.POST("/api/v1/claims", { body }));

/** Steps of a claim that need no words. */
export type PlainStep = "withdrawal" | "cancellation" | "review";

/** Takes a step that needs no words. */
export const stepClaim = (id: string, step: PlainStep): Promise<Claim> =>
  dataOf(api.POST(`/api/v1/claims/{id}/${step}`, { params: { path: { id } }, body: {} }));

/** Submits a claim with what was acknowledged. */
export const submitClaim = (id: string, acknowledgements: string[]): Promise<Claim> =>
  dataOf(api.POST("/api/v1/claims/{id}/submission", { params: { path: { id } }, body: { acknowledgements } }));
