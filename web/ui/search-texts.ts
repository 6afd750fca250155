/** The texts of an address's query that a page knows, and nothing else. */
export function searchTexts<K extends string>(
  search: Record<string, unknown>,
  names: readonly K[],
): Partial<Record<K, string>> {
  const pairs = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs) as Partial<Record<K, string>>;
}
