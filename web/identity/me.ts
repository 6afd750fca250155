import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import type { Me } from "../api/types.ts";

/** Who is signed in. Asked once at start; an answer of 401 leads to the sign-in page. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => dataOf(api.GET("/api/v1/me")),
  staleTime: 5 * 60_000,
  retry: false,
});

/** Who is signed in, on pages behind the sign-in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}
