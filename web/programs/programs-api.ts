import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";

const LONG = 10 * 60_000;

/** Programs the person may see. */
export const programsQuery = queryOptions({
  queryKey: ["programs"],
  queryFn: () => dataOf(api.GET("/api/v1/programs")),
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
