import { z } from "zod";
import { isIsoDate } from "../kernel/index.ts";
import { isCurrency, parseAmount } from "../money/index.ts";

/** Small shapes that an edition document is made of. All plain JSON: amounts and percentages are decimal text. */

/** A kebab-case code such as `digital-advertising`. */
export const Code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a code in lower case with hyphens, such as digital-advertising")
  .describe("Stable code in lower case with hyphens");

/** A name or sentence that people read. */
export const Label = z.string().trim().min(1).max(1000);

/** A day of the calendar; 30 February is none. */
export const IsoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a date such as 2026-06-30")
  .refine(isIsoDate, "a day that the calendar has, such as 2026-06-30")
  .describe("Date as 2026-06-30");

/** An ISO 4217 currency. */
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "a currency code such as USD")
  .refine(isCurrency, "a currency of ISO 4217, such as USD")
  .describe("ISO 4217 currency code");

/** A percentage as decimal text, `"60"` or `"12.5"`. */
export const Percent = z
  .string()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, 'a percentage from 0 to 100 as text, such as "12.5"')
  .describe("Percentage from 0 to 100 as decimal text");

/** An amount of nothing or more with its currency. */
export const Amount = z
  .strictObject({
    amount: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'an amount as text, such as "1500.00"'),
    currency: CurrencyCode,
  })
  .refine(({ amount, currency }) => typeof parseAmount(amount, currency) !== "string", {
    message: "an amount with no more decimals than its currency has",
  })
  .describe("Amount as decimal text with its currency");

/** The same amount for several currencies: one entry for each currency that funds have. */
export const Amounts = z.array(Amount).min(1).describe("One amount for each currency it is said in");

/** The same amount for several currencies. */
export type Amounts = z.infer<typeof Amounts>;

/** What a length of time is counted in. */
export const SPAN_UNITS = ["days", "business-days", "months"] as const;

/** A length of time: 30 days, 10 business days, 12 months. A month ends on the same day, or on its last one. */
export const Span = z
  .strictObject({
    count: z.int().min(0).max(1100).describe("How many"),
    unit: z.enum(SPAN_UNITS).describe("Calendar days, business days of the market, or calendar months"),
  })
  .meta({ id: "Span", description: "Length of time", examples: [{ count: 30, unit: "days" }] });
/** A length of time. */
export type Span = z.infer<typeof Span>;

/** An expression over the facts of a claim or request (docs/programs.md). */
export const Expression = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .describe("Expression of the Common Expression Language over the documented facts");

/** A country, optionally with a region: `US`, `DE-BY`. */
export const MarketCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "a market such as US or DE-BY")
  .describe("ISO 3166 country, optionally with a region");

/** A named span of days, both ends inclusive. */
export const PeriodShape = z
  .strictObject({
    code: z.string().min(1).max(20).describe("Code of the period, such as FY27-H1"),
    from: IsoDay.describe("First day"),
    to: IsoDay.describe("Last day, inclusive"),
  })
  .describe("Named span of days, both inclusive");

/** The name of a program year: FY and two digits of the year in which it ends. */
export const ProgramYear = z
  .string()
  .regex(/^FY\d{2}$/, "a program year such as FY27")
  .describe("FY and the two digits of the year in which the program year ends");

/** A zone of the IANA table, such as `America/Los_Angeles`. */
export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, "a time zone of the IANA table, such as America/Los_Angeles")
  .describe("IANA time zone in which the days of this edition begin and end");

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
