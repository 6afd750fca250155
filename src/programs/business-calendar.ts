import Holidays from "date-holidays";
import type { IsoDate } from "../kernel/index.ts";
import type { ProgramCalendar } from "./parts/calendar-schema.ts";

/** Which days are public holidays in a market. */
export interface BusinessCalendar {
  readonly market: string;
  readonly isHoliday: (day: IsoDate) => boolean;
  /** Set when the market has no table, so that only weekends count. */
  readonly warning?: string;
}

const calendars = new Map<string, BusinessCalendar>();
const MAX_CALENDARS = 500;

/**
 * The calendar of a market: an ISO 3166 country, or a country with a region such as `DE-BY`. `XX` and every market
 * without a table count weekends only and say so, or follow the program's own market where its edition says so; nothing is
 * ever thrown for one. Where no market is named, the program's own counts. Public holidays are those of the package `date-holidays` (type public), kept per market and year; an
 * edition's calendar adds days and takes some away.
 */
export function businessCalendar(market: string, edits?: ProgramCalendar): BusinessCalendar {
  const isNamed = market.trim().toUpperCase() !== "XX";
  const own = marketCalendar(isNamed ? market : (edits?.market ?? market));
  const calendar =
    own.warning !== undefined && edits?.withoutTable === "program-market" && edits.market !== undefined
      ? { ...marketCalendar(edits.market), market: own.market }
      : own;
  return edits ? edited(calendar, edits) : calendar;
}

function edited(
  calendar: BusinessCalendar,
  { extraHolidays = [], workingDays = [] }: ProgramCalendar,
): BusinessCalendar {
  const country = calendar.market.slice(0, 2);
  const isHere = ({ market }: { readonly market?: string | undefined }) =>
    market === undefined || market === calendar.market || market === country;
  const free = new Set(extraHolidays.filter(isHere).map(({ on }) => on));
  const worked = new Set(workingDays.filter(isHere).map(({ on }) => on));
  if (free.size === 0 && worked.size === 0) return calendar;
  return { ...calendar, isHoliday: (day) => free.has(day) || (calendar.isHoliday(day) && !worked.has(day)) };
}

function marketCalendar(market: string): BusinessCalendar {
  const code = market.trim().toUpperCase();
  const known = calendars.get(code);
  if (known) return known;
  const calendar = makeCalendar(code);
  // A bound, because the market comes from outside.
  if (calendars.size >= MAX_CALENDARS) calendars.clear();
  calendars.set(code, calendar);
  return calendar;
}

function makeCalendar(market: string): BusinessCalendar {
  const table = tableOf(market);
  if (!table) {
    const warning =
      market === "XX"
        ? "No market was named: only Saturdays and Sundays are left out, no public holidays."
        : `There is no holiday table for the market "${market.slice(0, 20)}": only Saturdays and Sundays are left out.`;
    return { market, isHoliday: () => false, warning };
  }
  const years = new Map<number, ReadonlySet<IsoDate>>();
  return {
    market,
    isHoliday: (day) => {
      const year = Number(day.slice(0, 4));
      let days = years.get(year);
      if (!days) {
        days = publicHolidays(table, year);
        years.set(year, days);
      }
      return days.has(day);
    },
  };
}

function tableOf(market: string): Holidays | undefined {
  const match = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/.exec(market);
  const country = match?.[1];
  if (!match || !country) return undefined;
  try {
    const all = new Holidays();
    if (!(country in all.getCountries())) return undefined;
    const region = match[2];
    if (region === undefined) return new Holidays(country);
    return region in (all.getStates(country) ?? {}) ? new Holidays(country, region) : undefined;
  } catch {
    return undefined;
  }
}

/** A holiday may last several days, and each of them counts; one that begins at noon leaves its day a business day. */
function publicHolidays(table: Holidays, year: number): ReadonlySet<IsoDate> {
  const days = new Set<IsoDate>();
  for (const holiday of table.getHolidays(year)) {
    if (holiday.type !== "public" || !holiday.date.startsWith("00:00", 11)) continue;
    const first = holiday.date.slice(0, 10);
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
    for (let offset = 0; offset < length; offset += 1) {
      days.add(new Date(Date.parse(`${first}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10));
    }
  }
  return days;
}
