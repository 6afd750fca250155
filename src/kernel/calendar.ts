import { Temporal } from "temporal-polyfill";

/** A calendar date as `2026-06-30`. Compares rightly as text. */
export type IsoDate = string;

/** A span of days, both ends inclusive. */
export interface DateRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A named span of days: `{code: "FY27-H1", from, to}` (docs/api.md). */
export interface Period extends DateRange {
  readonly code: string;
}

const DAY_TEXT = /^(?!0000)(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SHORT_MONTHS: ReadonlySet<string> = new Set(["04", "06", "09", "11"]);

/**
 * True when the text is a date of the calendar (30 February is not, nor is a day of the year 0, which no database keeps). Asked
 * for each date of each answer, and therefore without making a date.
 */
export function isIsoDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = DAY_TEXT.exec(text) ?? [];
  if (month === "02") return day <= (isLeapYear(Number(year)) ? "29" : "28");
  return month !== "" && (day !== "31" || !SHORT_MONTHS.has(month));
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True when the day lies in the span; both ends belong to it. */
export function contains(range: DateRange, day: IsoDate): boolean {
  return range.from <= day && day <= range.to;
}

/** The date it is in a time zone at a moment. */
export function dateIn(zone: string, at: Date): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The last second of a day in a time zone: a deadline "by the 30th" ends at 23:59:59 there (rulebook 5.1). */
export function endOfDay(zone: string, day: IsoDate): Date {
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: "23:59:59" });
  return new Date(end.epochMilliseconds);
}

/** The first moment of a day in a time zone. */
export function startOfDay(zone: string, day: IsoDate): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** The date a number of days later (or earlier when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The date a number of months later, clamped to the month's last day (rulebook T33: 29 February + 24 months is the 28th). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: "constrain" }).toString();
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: IsoDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Whole days from one date to a later one; negative when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/**
 * The date a number of business days after a day: weekends and the given holidays do not count, the first day itself
 * never does (rulebook T34-T36).
 */
export function addBusinessDays(day: IsoDate, days: number, isHoliday: (day: IsoDate) => boolean): IsoDate {
  let current = day;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    if (weekday(current) < 6 && !isHoliday(current)) left -= 1;
  }
  return current;
}
