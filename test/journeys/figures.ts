/** An amount of the wire in cents, so that tests add and subtract exactly. */
export function cents({ amount }: { amount: string }): bigint {
  const [whole = "0", part = ""] = amount.replace("-", "").split(".");
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
  return amount.startsWith("-") ? -value : value;
}

/** Cents as the pages write them for a British reader: `1,234.50`. */
export function words(value: bigint): string {
  const positive = value < 0n ? -value : value;
  const text = `${positive / 100n}.${String(positive % 100n).padStart(2, "0")}`;
  const grouped = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    text as Intl.StringNumericLiteral,
  );
  return value < 0n ? `−${grouped}` : grouped;
}

/** A day inside a usage period on which the work can have been done: a while ago, not in the future. */
export function workday(usage: { from: string; to: string }): string {
  const day = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
  return day < usage.from ? usage.from : day > usage.to ? usage.to : day;
}
