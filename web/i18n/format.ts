import { decimalsOf, isCurrency } from "../../src/money/currency.ts";
import { formatLocale } from "./i18n.ts";

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * A decimal text as the person writes numbers: `1234.50` becomes `1,234.50` or `1.234,50`. The text is handed to Intl as it
 * is, so that no amount ever passes through a binary fraction. Decimals come from our own currency table: Intl has none for some
 * currencies that have them, such as HUF.
 */
export function amountInWords(amount: string, currency: string): string {
  const decimals = isCurrency(currency) ? decimalsOf(currency) : 2;
  const format = numberFormat(`amount/${decimals}`, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // A true minus sign is as wide as a digit, the hyphen is not.
  return format.format(amount as Intl.StringNumericLiteral).replace("-", "−");
}

/** The format of this name in a locale, made when it is first wanted: making one takes far longer than using it. */
function madeOnce<F>(made: Map<string, F>, locale: string, name: string, make: () => F): F {
  const key = `${locale}/${name}`;
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}

function numberFormat(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = formatLocale();
  return madeOnce(numbers, locale, name, () => new Intl.NumberFormat(locale, options));
}

/** A whole number or decimal text with the person's separators. */
export function numberInWords(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text)
    ? numberFormat("plain", { maximumFractionDigits: 6 }).format(text as Intl.StringNumericLiteral)
    : text;
}

export type DayStyle = "short" | "long" | "weekday" | "weekday-short" | "month";

const STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  "weekday-short": { weekday: "short", day: "numeric", month: "short" },
  month: { month: "short" },
};

function dateFormat(name: string, options: Intl.DateTimeFormatOptions, locale = formatLocale()): Intl.DateTimeFormat {
  return madeOnce(dates, locale, name, () => new Intl.DateTimeFormat(locale, options));
}

/** "Friday 1 January 2027": a year adds no comma that the same day without it has not. */
const evenly = (words: string): string => words.replace(/^(\p{L}+), (?=\d+ )/u, "$1 ");

/** A calendar day such as `2026-11-24`, without any time zone playing in; a deadline carries its weekday. */
export function dayInWords(day: string, style: DayStyle = "short"): string {
  const sameYear = day.slice(0, 4) === today().slice(0, 4);
  const options: Intl.DateTimeFormatOptions =
    style.startsWith("weekday") && !sameYear ? { ...STYLES[style], year: "numeric" } : STYLES[style];
  const format = dateFormat(`day/${style}/${sameYear}`, { ...options, timeZone: "UTC" });
  return evenly(format.format(new Date(`${day}T00:00:00Z`)));
}

/** The month of a day, short: `Oct`. */
export function monthInWords(day: string): string {
  return dateFormat("month", { month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
const inZone = (): Intl.DateTimeFormatOptions => (zone === undefined ? {} : { timeZone: zone });
let zone: string | undefined;

/** Moments are told in this zone; null: in the browser's. */
export function dayAndClockIn(timeZone: string | null): void {
  zone = timeZone ?? undefined;
  dates.clear();
}

/** A moment in the person's own time zone: `24 Nov 2026, 10:42`. */
export function momentInWords(at: string): string {
  return dateFormat("moment", { ...STYLES.short, ...CLOCK, ...inZone() }).format(new Date(at));
}

/** Hours and minutes of a moment, as the clock on the wall shows them. */
export function clockInWords(at: Date): string {
  return dateFormat("clock", { ...CLOCK, ...inZone() }).format(at);
}

/** The date it is for the person, or in a time zone, as `2026-11-24`. */
export function today(there: string | null | undefined = zone): string {
  const now = new Date();
  if (there) return dateFormat(`today/${there}`, { timeZone: there, dateStyle: "short" }, "en-CA").format(now);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Bytes in words: `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  const [value, unit] =
    bytes < 1_000 ? [bytes, "byte"] : bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return numberFormat(unit, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: unit === "megabyte" ? 1 : 0,
  }).format(value);
}

/**
 * Lets the browser read its tables of numbers and dates, which it does when it writes the first ones: some fifty milliseconds
 * that are better spent while the answers to the first questions are on their way.
 */
export function prepareFormats(): void {
  amountInWords("0", "EUR");
  dayInWords(today());
}
