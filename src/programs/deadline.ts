import { addBusinessDays, addDays, dateIn, endOfDay, type IsoDate } from "../kernel/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import type { ServiceLevel } from "./edition-schema.ts";
import type { ProgramCalendar } from "./parts/calendar-schema.ts";
import { endOfMonth } from "./program-year.ts";

/** By when: the moment in UTC, and the date in the zone it was promised in. */
export interface Deadline {
  readonly dueAt: Date;
  readonly dueOn: IsoDate;
  /** Set when the market has no holiday table, so that only weekends were left out. */
  readonly warning?: string;
}

/** From when and for whom a deadline is counted. */
export interface DeadlineStart {
  readonly from: Date;
  /** ISO country, optionally with a region (`DE-BY`); `XX` for none. */
  readonly market: string;
  /** IANA zone in which days begin and end. */
  readonly zone: string;
  /** What the edition changes about business days. */
  readonly calendar?: ProgramCalendar | undefined;
}

/**
 * The deadline a number of days after a moment: the last second of the due day in the zone. The day of the moment itself
 * does not count. Business days leave out weekends and the market's public holidays (rulebook 5.9, T34-T36).
 */
export function deadline(count: DeadlineStart & { days: number; kind: "business" | "calendar" }): Deadline {
  const start = dateIn(count.zone, count.from);
  if (count.kind === "calendar") return dueOn(addDays(start, count.days), count.zone);
  const calendar = businessCalendar(count.market, count.calendar);
  return dueOn(addBusinessDays(start, count.days, calendar.isHoliday), count.zone, calendar.warning);
}

/** The deadline that a service level of an edition promises, counted from a moment. */
export function serviceDeadline(level: ServiceLevel, start: DeadlineStart): Deadline {
  switch (level.kind) {
    case "business":
    case "calendar":
      return deadline({ ...start, days: level.days, kind: level.kind });
    case "hours": {
      const dueAt = new Date(start.from.getTime() + level.hours * 3_600_000);
      return { dueAt, dueOn: dateIn(start.zone, dueAt) };
    }
    case "end-of-next-month":
      return dueOn(endOfMonth(dateIn(start.zone, start.from), 1), start.zone);
    default:
      return level satisfies never;
  }
}

function dueOn(day: IsoDate, zone: string, warning?: string): Deadline {
  return { dueOn: day, dueAt: endOfDay(zone, day), ...(warning === undefined ? {} : { warning }) };
}
