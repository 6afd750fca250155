import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem.ts";

/** One cache for the whole page. Refusals are not tried again; a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: "always",
      retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 2,
    },
    mutations: { networkMode: "always" },
  },
});
