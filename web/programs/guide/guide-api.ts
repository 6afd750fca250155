import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../../api/client.ts";
import { loadTexts } from "../../i18n/i18n.ts";

const LONG = 10 * 60_000;

/** What a guide is asked for: a day whose edition tells it, and the market whose business days are counted. */
export interface GuideOf {
  on?: string | undefined;
  market?: string | undefined;
}

/** How a program works, by the edition in force on a day. Brings the sentences that say it. */
export const guideQuery = (program: string, { on, market }: GuideOf = {}) =>
  queryOptions({
    queryKey: ["guide", program, on ?? null, market ?? null],
    queryFn: async () => {
      const [guide] = await Promise.all([
        dataOf(
          api.GET("/api/v1/programs/{code}/guide", {
            params: { path: { code: program }, query: { ...(on ? { on } : {}), ...(market ? { market } : {}) } },
          }),
        ),
        loadTexts("guide"),
      ]);
      return guide;
    },
    staleTime: LONG,
  });

/** What changed for partners with each published version, newest first. */
export const changesQuery = (program: string) =>
  queryOptions({
    queryKey: ["program-changes", program],
    queryFn: () => dataOf(api.GET("/api/v1/programs/{code}/changes", { params: { path: { code: program } } })),
    staleTime: LONG,
  });

/** Whom to ask about a program. */
export const contactsQuery = (program: string) =>
  queryOptions({
    queryKey: ["contacts", program],
    queryFn: () => dataOf(api.GET("/api/v1/programs/{code}/contacts", { params: { path: { code: program } } })),
    staleTime: LONG,
  });
