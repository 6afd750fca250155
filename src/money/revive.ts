/** Amounts in kept JSON, which has no bigint: `{minor: "1250", currency: "USD"}` becomes an amount again, wherever it stands. */
export function amountsRevived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(amountsRevived);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  if (entries.length === 2 && typeof minor === "string" && typeof currency === "string")
    return { minor: BigInt(minor), currency };
  return Object.fromEntries(entries.map(([key, inner]) => [key, amountsRevived(inner)]));
}
