/** How many ten-thousandths are one. */
export const TEN_THOUSAND = 10_000n;

/**
 * A number as text in ten-thousandths: compared and multiplied exactly, never as a float. The text was checked: digits, at most
 * four of them behind the point.
 */
export function tenThousandths(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
}
