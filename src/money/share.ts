import { Decimal } from "decimal.js";
import type { Money } from "./money.ts";

/** How a result between two minor units is rounded. There is no default: each caller says which it means. */
export type Rounding = "half-up" | "half-even" | "down";

const PRECISE = Decimal.clone({ precision: 60 });
const MODES: Record<Rounding, Decimal.Rounding> = {
  "half-up": Decimal.ROUND_HALF_UP,
  "half-even": Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
};

/** `percent` (such as `"60"` or `"12.5"`) of an amount. Half-up is symmetric: -0.5 becomes -1 (rulebook T07). */
export function percentOf(amount: Money, percent: string, rounding: Rounding): Money {
  const exact = new PRECISE(amount.minor.toString()).times(percent).dividedBy(100);
  return { minor: BigInt(exact.toDecimalPlaces(0, MODES[rounding]).toFixed(0)), currency: amount.currency };
}

/** `quantity` (a decimal text) times a price, rounded to the minor unit. */
export function times(price: Money, quantity: string, rounding: Rounding): Money {
  const exact = new PRECISE(price.minor.toString()).times(quantity);
  return { minor: BigInt(exact.toDecimalPlaces(0, MODES[rounding]).toFixed(0)), currency: price.currency };
}

/**
 * Splits an earning into rebate and co-op (rulebook 5.2, T05-T08): the rebate is rounded half-up, the co-op is the rest,
 * so that both always add up to the earning.
 */
export function splitEarning(earning: Money, rebatePercent: string): { rebate: Money; coop: Money } {
  const rebate = percentOf(earning, rebatePercent, "half-up");
  return { rebate, coop: { minor: earning.minor - rebate.minor, currency: earning.currency } };
}

/**
 * Divides an amount in proportion to weights without losing a minor unit: each part is rounded down, and what is left
 * goes to the largest remainders, earlier parts first. Weights must be at least 0 and not all 0.
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total <= 0n || weights.some((w) => w < 0n))
    throw new RangeError("weights must be positive in sum and not negative");
  const sign = amount.minor < 0n ? -1n : 1n;
  const minor = amount.minor * sign;
  const parts = weights.map((weight, index) => ({
    index,
    part: (minor * weight) / total,
    remainder: (minor * weight) % total,
  }));
  let left = minor - parts.reduce((a, p) => a + p.part, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const entry of byRemainder) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => ({ minor: part * sign, currency: amount.currency }));
}
