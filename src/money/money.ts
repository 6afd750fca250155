import { decimalsOf, isCurrency } from "./currency.ts";

/** An amount in minor units (cents) of one currency. The only form in which the program calculates with money. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** An amount on the wire: `{"amount": "1234.50", "currency": "EUR"}`, with exactly the decimals of the currency. */
export interface MoneyOnWire {
  readonly amount: string;
  readonly currency: string;
}

/** Largest amount that is accepted, in minor units: fits PostgreSQL's bigint with room for sums of a million such. */
export const MAX_MINOR = 999_999_999_999_99n;

/** Why a text is no amount; stable codes for error messages. */
export type AmountFault = "not-a-number" | "too-many-decimals" | "too-large" | "unknown-currency";

/** Builds money from minor units. */
export function money(minor: bigint, currency: string): Money {
  return { minor, currency };
}

/** Nothing, in a currency. */
export function zero(currency: string): Money {
  return { minor: 0n, currency };
}

/**
 * Reads a decimal text such as `1234.5` or `-0.07` into money, exactly.
 * Returns a fault code instead of rounding: more decimals than the currency has are refused.
 */
export function parseAmount(text: string, currency: string): Money | AmountFault {
  if (!isCurrency(currency)) return "unknown-currency";
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return "not-a-number";
  const [, sign, whole = "", fraction = ""] = match;
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) return "too-many-decimals";
  const minor = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (minor > MAX_MINOR) return "too-large";
  return { minor: sign ? -minor : minor, currency };
}

/** Like {@link parseAmount} for text that is known to be good (documents already validated, tests). Throws otherwise. */
export function moneyOf(text: string, currency: string): Money {
  const parsed = parseAmount(text, currency);
  if (typeof parsed === "string") throw new RangeError(`${text} ${currency}: ${parsed}`);
  return parsed;
}

/** The decimal text of an amount, with exactly the decimals of its currency: `1234.50`. */
export function amountText({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The wire form of an amount. */
export function toWire(value: Money): MoneyOnWire {
  return { amount: amountText(value), currency: value.currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`cannot mix ${a.currency} and ${b.currency}`);
}

/** Sum of two amounts of one currency. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** `a - b`, of one currency. */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/** The amount with its sign turned. */
export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

/** Sum of any number of amounts; nothing in the given currency when the list is empty. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** -1, 0 or 1: how a stands to b. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** The smaller of two amounts. */
export function least(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of two amounts. */
export function greatest(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

/** True when the amount is above nothing. */
export function isPositive(a: Money): boolean {
  return a.minor > 0n;
}
