import { daysBetween } from "../i18n/days.ts";

/** A span of days, both ends inclusive. */
export interface Span {
  from: string;
  to: string;
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** The first day of the month that lies `months` after the month of a day. */
export function monthOf(day: string, months = 0): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-01`;
}

/** A strip of whole months: its first day, the day after its last, and the first day of each month. */
export interface Strip {
  from: string;
  end: string;
  months: readonly string[];
}

/** The strip of some months from the month of a day. */
export function stripOf(day: string, count: number): Strip {
  const months = Array.from({ length: count }, (_none, index) => monthOf(day, index));
  return { from: monthOf(day), end: monthOf(day, count), months };
}

/** Where a span lies on a strip, in percent of its length; undefined when it lies outside. Both days of the span are whole. */
export function placeOn(strip: Strip, span: Span): { left: number; width: number } | undefined {
  const whole = daysBetween(strip.from, strip.end);
  const start = Math.max(0, daysBetween(strip.from, span.from));
  const end = Math.min(whole, daysBetween(strip.from, span.to) + 1);
  if (start >= end) return undefined;
  return { left: (start / whole) * 100, width: ((end - start) / whole) * 100 };
}

/** Where a day lies on a strip, in percent: the middle of the day; undefined when it lies outside. */
export function pointOn(strip: Strip, day: string): number | undefined {
  const place = placeOn(strip, { from: day, to: day });
  return place && place.left + place.width / 2;
}

/** The strip that shows all of some spans: whole months, from the first day to the last. */
export function stripAround(spans: readonly Span[]): Strip {
  const from = spans.map((span) => span.from).reduce((first, day) => (day < first ? day : first));
  const to = spans.map((span) => span.to).reduce((last, day) => (day > last ? day : last));
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return stripOf(from, months);
}
