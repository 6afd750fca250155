import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";

const LONG = 10 * 60_000;

/** Programs the person may see. */
export const programsQuery = queryOptions({
  queryKey: ["programs"],
  queryFn: () => dataOf(api.GET("/api/v1/programs")),
  staleTime: LONG,
});

/** One program with what its edition in force says. */
export const programQuery = (code: string) =>
  queryOptions({
    queryKey: ["programs", "one", code],
    queryFn: () => dataOf(api.GET("/api/v1/programs/{code}", { params: { path: { code } } })),
    staleTime: LONG,
  });

/** The editions of a program, newest first, also those that a newer version replaced. */
export const editionsQuery = (program: string) =>
  queryOptions({
    queryKey: ["editions", program],
    queryFn: () =>
      dataOf(
        api.GET("/api/v1/programs/{code}/editions", { params: { path: { code: program }, query: { limit: 200 } } }),
      ),
    staleTime: LONG,
  });

/** Who takes part in a program, page by page. */
export const enrollmentsQuery = (program: string) =>
  infiniteQueryOptions({
    queryKey: ["enrollments", program],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET("/api/v1/enrollments", {
          params: { query: { program, limit: 200, sort: "-expiresOn", ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** In which programs I take part: the first two hundred enrollments, the newest first. */
export const allEnrollmentsQuery = queryOptions({
  queryKey: ["enrollments"],
  queryFn: () => dataOf(api.GET("/api/v1/enrollments", { params: { query: { limit: 200, sort: "-expiresOn" } } })),
  staleTime: LONG,
});

/** The whole document of a program year. Published documents never change, hence the long memory. */
export const editionQuery = (program: string, programYear: string) =>
  queryOptions({
    queryKey: ["edition", program, programYear],
    queryFn: () =>
      dataOf(
        api.GET("/api/v1/programs/{code}/editions/{programYear}", { params: { path: { code: program, programYear } } }),
      ),
    staleTime: LONG,
  });

/** All windows of a program. */
export const windowsQuery = (program: string) =>
  queryOptions({
    queryKey: ["windows", program],
    queryFn: () => dataOf(api.GET("/api/v1/programs/{code}/windows", { params: { path: { code: program } } })),
    staleTime: LONG,
  });

/** The catalogue of activities in force on a day. */
export const activityTypesQuery = (program: string, on: string) =>
  queryOptions({
    queryKey: ["activity-types", program, on],
    queryFn: () =>
      dataOf(api.GET("/api/v1/programs/{code}/activity-types", { params: { path: { code: program }, query: { on } } })),
    staleTime: LONG,
  });

/** A code in words, where no name is known: `media-placement` becomes `Media placement`. */
export function codeInWords(code: string): string {
  const words = code.replaceAll(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
