/** Where a list is as a CSV file, with these filters and this order. */
export function listFileUrl(list: "claims" | "plans", filter: object): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => Boolean(value)));
  return `/api/v1/${list}.csv${query.size > 0 ? `?${query}` : ""}`;
}
