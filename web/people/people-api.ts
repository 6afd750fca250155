import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { PersonWithRoles } from "../api/types.ts";

/** What narrows the list of people. */
export interface PeopleFilter {
  q?: string;
  side?: "vendor" | "partner";
}

/** People with their roles, by name, fifty at a time. */
export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ["people", filter],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/people", {
          params: { query: { limit: 50, sort: "name", ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** One person with the roles held now, and those that may be given. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ["person", id],
    queryFn: () => dataOf(api.GET("/api/v1/people/{id}", { params: { path: { id } } })),
  });

/** A role to give; null for all programs, for all locations. */
export interface RoleToGive {
  role: PersonWithRoles["assignable"][number];
  program: string | null;
  location: string | null;
}

/** Gives a role. */
export const grantRole = (id: string, body: RoleToGive) =>
  dataOf(api.POST("/api/v1/people/{id}/roles", { params: { path: { id } }, body }));

/** Takes a role. */
export const revokeRole = (id: string) =>
  dataOf(api.POST("/api/v1/role-grants/{id}/revocation", { params: { path: { id } } }));

/** After roles were given or taken: whatever depends on them is asked for anew, also one's own rights. */
export async function refreshPeople(): Promise<void> {
  await Promise.all(
    ["people", "person", "access-request", "me", "access"].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
