import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import type { StartedProgram, StartProgram } from "../../api/schema.gen.d.ts";

/** Begins a program; from then on it stands in every list. */
export async function startProgram(body: StartProgram): Promise<StartedProgram> {
  const started = await dataOf(api.POST("/api/v1/programs", { body }));
  await Promise.all(["programs", "editions"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  return started;
}

/** What a program can be begun with, and whether I may. */
export const templatesQuery = queryOptions({
  queryKey: ["program-templates"],
  queryFn: () => dataOf(api.GET("/api/v1/program-templates")),
  staleTime: Number.POSITIVE_INFINITY,
});
