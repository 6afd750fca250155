import { queryOptions } from "@tanstack/react-query";
import { api, dataOf, ifMatch, send } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { EditionPreview, EditionVersion, PreviewBody } from "../api/schema.gen.d.ts";
import type { Schema } from "./form/schema.ts";

/** The form of an edition; it is large, and needed by the designer alone. */
export const schemaQuery = queryOptions({
  queryKey: ["edition-schema"],
  queryFn: async () => (await (await send("/api/v1/program-schema.json")).json()) as Schema,
  staleTime: Number.POSITIVE_INFINITY,
});

/** One version of an edition with its text and what may be done with it. */
export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: ["edition-version", id],
    queryFn: () => dataOf(api.GET("/api/v1/editions/{id}", { params: { path: { id } } })),
  });

/** What is different in another version, in words. */
export const diffQuery = (from: string, to: string, revision: number) =>
  queryOptions({
    queryKey: ["edition-diff", from, to, revision],
    queryFn: () => dataOf(api.GET("/api/v1/editions/{id}/diff/{other}", { params: { path: { id: from, other: to } } })),
  });

/** What happened to a version, oldest first. */
export const versionHistoryQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ["edition-version", id, "history", revision],
    queryFn: () => dataOf(api.GET("/api/v1/editions/{id}/history", { params: { path: { id } } })),
  });

/** A text as it is written. */
export interface DraftText {
  format: "json" | "yaml";
  text: string;
}

const bodyOf = ({ format, text }: DraftText) => ({
  // The text goes out as it was typed, with its comments; the client's own way would make JSON of it.
  body: text as unknown as never,
  bodySerializer: (body: unknown) => String(body),
  headers: { "Content-Type": `application/${format}` },
});

/** Puts the text into the draft. A newer revision than the one it is based on is refused with 412. */
export async function saveDraft(id: string, revision: number, draft: DraftText): Promise<EditionVersion> {
  const { headers, ...rest } = bodyOf(draft);
  return keep(
    await dataOf(
      api.PUT("/api/v1/editions/{id}", {
        params: { path: { id }, header: ifMatch(revision) },
        headers: { ...headers, ...ifMatch(revision) },
        ...rest,
      }),
    ),
  );
}

/** What the text would mean, were it published; stores nothing. */
export async function previewDraft(program: string, body: PreviewBody, signal: AbortSignal): Promise<EditionPreview> {
  return dataOf(api.POST("/api/v1/programs/{code}/preview", { params: { path: { code: program } }, body, signal }));
}

/** Makes a draft from a version: of its own year, or moved to another. */
export async function copyVersion(id: string, programYear: string | undefined): Promise<EditionVersion> {
  return keep(
    await dataOf(
      api.POST("/api/v1/editions/{id}/copy", {
        params: { path: { id } },
        body: programYear === undefined ? {} : { programYear },
      }),
    ),
  );
}

/** Publishes, or asks for it where that takes two people. */
export async function publishVersion(id: string, effectiveOn: string): Promise<EditionVersion> {
  return keep(
    await dataOf(api.POST("/api/v1/editions/{id}/publication", { params: { path: { id } }, body: { effectiveOn } })),
  );
}

/** Takes a request for publication back, or declines it. */
export async function withdrawPublication(id: string): Promise<EditionVersion> {
  return keep(await dataOf(api.POST("/api/v1/editions/{id}/withdrawal", { params: { path: { id } }, body: {} })));
}

/** Takes a draft away. */
export async function deleteDraft(id: string, revision: number): Promise<void> {
  await api.DELETE("/api/v1/editions/{id}", { params: { path: { id } }, headers: ifMatch(revision) });
  await forgetLists();
}

function keep(version: EditionVersion): EditionVersion {
  queryClient.setQueryData(versionQuery(version.id).queryKey, version);
  void forgetLists();
  return version;
}

async function forgetLists(): Promise<void> {
  await Promise.all(
    ["editions", "programs", "windows", "activity-types", "edition"].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
