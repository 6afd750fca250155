import { addBusinessDays, addDays, addMonths, type IsoDate, isIsoDate, type Period, weekday } from "../kernel/index.ts";
import type { ClaimingWindow } from "./edition-schema.ts";
import { type Anchor, type Point, type WindowRule, WindowRuleShape } from "./parts/window-rule-schema.ts";
import { endOfMonth, halfYearOf, monthOf, programYearOf, quarterOf } from "./program-year.ts";
import { type IsHoliday, spanStart } from "./span.ts";

/** First and last day of the program year that windows are worked out for. */
interface YearDays {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** How far back an earning period may lie whose money is used in the year: two years. */
const REACH_MONTHS = 24;

/**
 * The windows that follow from a rule for one program year: those whose usage period begins in it, in order. Each usage period
 * has the code of the period, of the length of the earning periods, in which it begins.
 */
export function windowsFromRule(rule: WindowRule, year: YearDays, isHoliday: IsHoliday): readonly ClaimingWindow[] {
  const startMonth = Number(year.startsOn.slice(5, 7));
  return earningPeriods(rule, year, startMonth).flatMap((earningPeriod) => {
    const days = new Map<Anchor, IsoDate>([
      ["earning-start", earningPeriod.from],
      ["earning-end", earningPeriod.to],
    ]);
    const usageFrom = at(days, rule.usageStarts, "usage-start", isHoliday);
    if (usageFrom < year.startsOn || usageFrom > year.endsOn) return [];
    const usageTo = at(days, rule.usageEnds, "usage-end", isHoliday);
    const claimFrom = at(days, rule.claimOpens, "claim-start", isHoliday);
    const claimTo = at(days, rule.claimCloses, "claim-end", isHoliday);
    const proofDeadline = at(days, rule.proofDue, undefined, isHoliday);
    const { code } = periodHolding(rule, usageFrom, startMonth);
    return [
      {
        earningPeriod,
        usagePeriod: { code, from: usageFrom, to: usageTo },
        claimWindow: { code, from: claimFrom, to: claimTo },
        proofDeadline,
      },
    ];
  });
}

/**
 * A document with its windows, where it gives a rule in their place (decision 0032). Takes anything: what holds no sound rule
 * comes back as it is, and validation says what is wrong with it.
 */
export function withWindows(document: unknown, isHoliday: IsHoliday): unknown {
  if (typeof document !== "object" || document === null || "windows" in document) return document;
  const { windowRule, startsOn, endsOn } = document as { windowRule?: unknown; startsOn?: unknown; endsOn?: unknown };
  const rule = WindowRuleShape.safeParse(windowRule);
  if (!rule.success || !isDay(startsOn) || !isDay(endsOn)) return document;
  // A year of another length has no periods to tile; that it is wrong is said where dates are validated.
  if (startsOn < "1000" || endsOn > addMonths(startsOn, 13)) return document;
  const windows = windowsFromRule(rule.data, { startsOn, endsOn }, isHoliday);
  return windows.every(isWritable) ? { ...document, windows } : document;
}

function isDay(value: unknown): value is IsoDate {
  return typeof value === "string" && isIsoDate(value);
}

/** A distance may lead out of the years that four digits can say. */
function isWritable({ usagePeriod, claimWindow, proofDeadline }: ClaimingWindow): boolean {
  return [usagePeriod.from, usagePeriod.to, claimWindow.from, claimWindow.to, proofDeadline].every(isIsoDate);
}

function earningPeriods(rule: WindowRule, year: YearDays, startMonth: number): readonly Period[] {
  const periods: Period[] = [];
  let day = addMonths(year.startsOn, -REACH_MONTHS);
  while (day <= year.endsOn) {
    const period = periodHolding(rule, day, startMonth);
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

function periodHolding({ earning }: WindowRule, day: IsoDate, startMonth: number): Period {
  switch (earning) {
    case "year":
      return programYearOf(day, startMonth);
    case "half-year":
      return halfYearOf(day, startMonth);
    case "quarter":
      return quarterOf(day, startMonth);
    case "month":
      return monthOf(day, startMonth);
    default:
      return earning satisfies never;
  }
}

/** The day a point names, kept under its own name for those that are counted from it. */
function at(days: Map<Anchor, IsoDate>, point: Point, name: Anchor | undefined, isHoliday: IsHoliday): IsoDate {
  // A point may be counted from one that is worked out later: then from the nearest that is known.
  const from = days.get(point.from) ?? days.get("earning-end") ?? "";
  const moved = move(from, point, isHoliday);
  const day = point.endOfMonth === true ? endOfMonth(moved) : moved;
  if (name !== undefined) days.set(name, day);
  return day;
}

function move(day: IsoDate, { count, unit }: Point, isHoliday: IsHoliday): IsoDate {
  switch (unit) {
    case "days":
      return addDays(day, count);
    case "months":
      return addMonths(day, count);
    case "business-days":
      return count < 0
        ? spanStart(day, { count: -count, unit }, isHoliday)
        : count === 0 && weekday(day) > 5
          ? addBusinessDays(day, 1, isHoliday)
          : addBusinessDays(day, count, isHoliday);
    default:
      return unit satisfies never;
  }
}
