/** Amounts in kept JSON, which has no bigint: `{minor: "1250", currency: "USD"}` becomes an amount again, wherever it stands. */
export function amountsRevived(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(amountsRevived);
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  if (typeof minor === "string" && typeof currency === "string" && Object.keys(value).length === 2)
    return { minor: BigInt(minor), currency };
  // Most parts hold no amount: they are kept as they are, because a dry run revives them by the hundred thousand.
  let revived: Record<string, unknown> | undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "object" || inner === null) continue;
    const inside = amountsRevived(inner);
    if (inside !== inner) (revived ??= { ...value })[key] = inside;
  }
  return revived ?? value;
}
