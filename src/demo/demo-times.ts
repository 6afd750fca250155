import { addDays, contains, type DateRange, dateIn, type IsoDate } from "../kernel/index.ts";
import { type ClaimingWindow, type EditionDocument, editionForYear, programYearOf } from "../programs/index.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
/** The demo's editions begin with this program year: FY23. */
const FIRST_YEAR = 23;

/**
 * A moment so many days before `now`, in working hours of a working day, so that the demo looks lived in; parts of a day are
 * taken as they are. `seed` spreads moments over the day.
 */
export function momentAgo(now: Date, days: number, seed: number): Date {
  if (days < 1) return new Date(now.getTime() - days * DAY);
  const midnight = new Date(now);
  midnight.setUTCHours(0, 0, 0, 0);
  midnight.setTime(midnight.getTime() - Math.floor(days) * DAY);
  const weekday = midnight.getUTCDay();
  const backToFriday = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return new Date(midnight.getTime() - backToFriday * DAY + 8 * 60 * MINUTE + ((seed * 97) % 540) * MINUTE);
}

/** The moment, or a little after the one before it: what happens to a claim stays in order. */
export function notBefore(moment: Date, earlier: Date): Date {
  return new Date(Math.max(moment.getTime(), earlier.getTime() + 11 * MINUTE));
}

/** The day, moved into the span when it lies outside. */
export function into(span: DateRange, day: IsoDate): IsoDate {
  if (day < span.from) return span.from;
  return day > span.to ? span.to : day;
}

/** The program years the demo has editions for: FY23 to the year after the present one. */
export function demoYears(today: IsoDate): readonly string[] {
  const last = Number(programYearOf(today).code.slice(2)) + 1;
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_none, index) => `FY${FIRST_YEAR + index}`);
}

/** When money of the demo is earned, used and claimed. */
export interface DemoCalendar {
  readonly zone: string;
  readonly now: Date;
  readonly today: IsoDate;
  /** Of all years of the demo, oldest first. Claim windows follow each other without a gap. */
  readonly windows: readonly ClaimingWindow[];
  /** Place of the window in which claims are submitted today. */
  readonly present: number;
}

/** The calendar of a program whose editions are copies of `document` for other years. */
export function demoCalendar(document: EditionDocument, now: Date): DemoCalendar {
  const today = dateIn(document.timeZone, now);
  const windows = demoYears(today).flatMap((year) => editionForYear(document, year).windows);
  const calendar = { zone: document.timeZone, now, today, windows, present: -1 };
  return { ...calendar, present: windows.indexOf(windowOpenAt(calendar, now)) };
}

/** The window in which a claim can be submitted for the first time at a moment. */
export function windowOpenAt({ windows, zone }: Omit<DemoCalendar, "present">, moment: Date): ClaimingWindow {
  const day = dateIn(zone, moment);
  const found = windows.find(({ claimWindow }) => contains(claimWindow, day));
  if (!found) throw new RangeError(`no claim window of the demo holds ${day}`);
  return found;
}

/** A moment on a day at an hour of UTC, not after `now`. */
export function onDay({ now }: DemoCalendar, day: IsoDate, hour: number): Date {
  const moment = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  return moment < now ? moment : now;
}

/** The last days of the months of a span, as far as they are whole. */
export function monthEnds(span: DateRange): readonly IsoDate[] {
  const ends: IsoDate[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (addDays(day, 1).endsWith("-01")) ends.push(day);
  }
  return ends;
}
