import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { SavedView } from "../api/types.ts";

/** The lists that can be looked at in a saved way. */
export type ListName = "claims" | "plans";

/** What the address of a list says: filters, order (`sort`) and columns (`columns`, with commas). */
export type ListSearch = Readonly<Partial<Record<string, string>>>;

/** The person's saved views of a list, by name. */
export const viewsQuery = (list: ListName) =>
  queryOptions({
    queryKey: ["views", list],
    queryFn: async () => (await dataOf(api.GET("/api/v1/me/views", { params: { query: { list } } }))).items,
    staleTime: 10 * 60_000,
  });

const changed = (list: string): Promise<void> => queryClient.invalidateQueries({ queryKey: ["views", list] });

/** The address of a list as a view says it. */
export function searchOf({ filter, sort, columns }: SavedView): ListSearch {
  return {
    ...filter,
    ...(sort === null ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns: columns.join(",") }),
  };
}

/** Keeps how a list is looked at now under a name. */
export async function keepView(list: ListName, name: string, isDefault: boolean, search: ListSearch): Promise<void> {
  const { sort, columns, ...filter } = search;
  const kept = Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])));
  const body = { list, name, isDefault, filter: kept, sort: sort ?? null, columns: columns ? columns.split(",") : [] };
  await api.POST("/api/v1/me/views", { body });
  await changed(list);
}

/** Forgets a view. */
export async function forgetView({ id, list, version }: SavedView): Promise<void> {
  await api.DELETE("/api/v1/me/views/{id}", { params: { path: { id }, header: { "If-Match": `"${version}"` } } });
  await changed(list);
}

/** Whether a list's views were read already, so that how it opens is known at once. */
export const areViewsKnown = (list: ListName): boolean =>
  queryClient.getQueryData(viewsQuery(list).queryKey) !== undefined;

/** The address with which a list opens: the default view's, when nothing else is asked for. */
export async function firstSearchOf(list: ListName): Promise<ListSearch | undefined> {
  const views = await queryClient.ensureQueryData(viewsQuery(list)).catch(() => []);
  const first = views.find(({ isDefault }) => isDefault);
  return first && searchOf(first);
}
