import { addDays, contains, dateIn, type IsoDate, startOfDay } from "../kernel/index.ts";
import { type ClaimingWindow, programYearOf } from "../programs/index.ts";
import { type DemoCalendar, windowOpenAt } from "./demo-times.ts";
import type { PlanSeason } from "./marketing-plan.ts";

/** Claims under a running plan happen within so many days: their half-year is the one that was claimed then. */
const CLAIMED_SINCE_DAYS = 30;

/** A season of plans as dates: the calendar as it stands on the last day its stories count back from. */
export interface Season {
  readonly calendar: DemoCalendar;
  /** The half-year in which the work is done. */
  readonly window: ClaimingWindow;
  readonly programYear: string;
  /** Nothing can be planned for the program year before this moment. */
  readonly notBefore: Date;
}

/** What a season is on the day of the calendar. */
export function seasonOf(calendar: DemoCalendar, season: PlanSeason): Season {
  const { zone, now } = calendar;
  const window = windowOf(calendar, season);
  const { usagePeriod } = window;
  const lastDay = new Date(`${usagePeriod.to}T20:00:00Z`);
  const asOf = lastDay < now ? lastDay : now;
  const seen = { zone, now: asOf, today: dateIn(zone, asOf), windows: calendar.windows };
  const year = programYearOf(usagePeriod.from);
  return {
    // Before the first window of a half-year opens, its own is the one that is meant.
    calendar: { ...seen, present: calendar.windows.indexOf(window) },
    window,
    programYear: year.code,
    notBefore: new Date(startOfDay(zone, year.from).getTime() + 1000),
  };
}

/** The program years in which plans are made, over and above those in which there is money. */
export function longOverYear(calendar: DemoCalendar): string {
  return seasonOf(calendar, "long-over").programYear;
}

/** The days after which a plan may have expired, owe proof or be closed, oldest first. */
export function endings({ windows, today }: DemoCalendar): readonly IsoDate[] {
  const days = windows.flatMap(({ usagePeriod, proofDeadline }) => [
    addDays(proofDeadline, 1),
    addDays(programYearOf(usagePeriod.from).to, 1),
  ]);
  return [...new Set(days)].filter((day) => day < today && day > addDays(today, -3 * 365)).sort();
}

function windowOf(calendar: DemoCalendar, season: PlanSeason): ClaimingWindow {
  const { windows, present, today, zone, now } = calendar;
  const since = addDays(dateIn(zone, now), -CLAIMED_SINCE_DAYS);
  const running = windows.indexOf(windowOpenAt({ ...calendar }, startOfDay(zone, since)));
  const yearOf = (index: number): string | undefined => {
    const window = windows[index];
    return window && programYearOf(window.usagePeriod.from).code;
  };
  const other = yearOf(running + 1) === yearOf(running) ? running + 1 : running - 1;
  const begun = windows.findIndex(({ usagePeriod }) => contains(usagePeriod, today));
  const at = { running, beside: other, begun, over: present - 2, "long-over": present - 4 };
  const window = windows[at[season]];
  if (!window) throw new RangeError(`the demo has no half-year for a plan that is ${season}`);
  return window;
}
