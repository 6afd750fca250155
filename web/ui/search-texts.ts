/**
 * The texts of an address's query that a page knows, and nothing else. The router reads `true` and `42`, typed by hand, as
 * more than texts: here they are texts again.
 */
export function searchTexts<K extends string>(
  search: Record<string, unknown>,
  names: readonly K[],
): Partial<Record<K, string>> {
  const pairs = names.flatMap((name) => {
    const value = search[name];
    const text = typeof value === "boolean" || typeof value === "number" ? String(value) : value;
    return typeof text === "string" && text !== "" ? [[name, text] as const] : [];
  });
  return Object.fromEntries(pairs) as Partial<Record<K, string>>;
}
