import { addDays, addMonths, type IsoDate, isIsoDate, type Period } from "../kernel/index.ts";

/** The month in which program years begin unless an edition's `startsOn` says otherwise (rulebook 1: 1 July). */
export const DEFAULT_YEAR_START_MONTH = 7;

const SPANS = { H: 6, Q: 3, M: 1 } as const;

type PartKind = keyof typeof SPANS;

/**
 * The program year that holds a day: `FY24` is 2023-07-01 to 2024-06-30, named after the year in which it ends
 * (rulebook 1). The day must be a date of the calendar.
 */
export function programYearOf(day: IsoDate, startMonth: number = DEFAULT_YEAR_START_MONTH): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const firstYear = month >= startMonth ? year : year - 1;
  return yearPeriod(firstYear, startMonth);
}

/** The half-year that holds a day: 2024-01-01 is in `FY24-H2` (rulebook 5.1, T01). */
export function halfYearOf(day: IsoDate, startMonth: number = DEFAULT_YEAR_START_MONTH): Period {
  return partOf(day, "H", startMonth);
}

/** The quarter that holds a day: 2026-07-01 is in `FY27-Q1`. */
export function quarterOf(day: IsoDate, startMonth: number = DEFAULT_YEAR_START_MONTH): Period {
  return partOf(day, "Q", startMonth);
}

/** The month that holds a day, as a part of its program year: 2026-07-01 is in `FY27-M01`. */
export function monthOf(day: IsoDate, startMonth: number = DEFAULT_YEAR_START_MONTH): Period {
  return partOf(day, "M", startMonth);
}

/**
 * The days behind a code: `FY27`, `FY27-H1`, `FY27-Q3` or `FY27-M12`; undefined when the text is no such code. Two digits are read
 * as 2000 to 2099.
 */
export function periodOf(code: string, startMonth: number = DEFAULT_YEAR_START_MONTH): Period | undefined {
  const match = /^FY(\d{2})(?:-(?:(H)([12])|(Q)([1-4])|(M)(0[1-9]|1[0-2])))?$/.exec(code);
  if (!match) return undefined;
  const endYear = 2000 + Number(match[1]);
  const year = yearPeriod(startMonth === 1 ? endYear : endYear - 1, startMonth);
  const kind = (match[2] ?? match[4] ?? match[6]) as PartKind | undefined;
  return kind === undefined ? year : part(year, kind, Number(match[3] ?? match[5] ?? match[7]));
}

/** The half-year before or after a half-year: `-1` of `FY27-H1` is `FY26-H2`. */
export function halfYearBeside(half: Period, steps: number, startMonth: number = DEFAULT_YEAR_START_MONTH): Period {
  return halfYearOf(addMonths(half.from, steps * SPANS.H), startMonth);
}

/** The last day of the month that lies `months` after the month of a day. */
export function endOfMonth(day: IsoDate, months = 0): IsoDate {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, months + 1), -1);
}

function yearPeriod(firstYear: number, startMonth: number): Period {
  const from = `${String(firstYear).padStart(4, "0")}-${String(startMonth).padStart(2, "0")}-01`;
  if (!isIsoDate(from)) throw new RangeError(`no program year begins in ${from}`);
  const to = addDays(addMonths(from, 12), -1);
  return { code: `FY${to.slice(2, 4)}`, from, to };
}

function partOf(day: IsoDate, kind: PartKind, startMonth: number): Period {
  const year = programYearOf(day, startMonth);
  const count = 12 / SPANS[kind];
  for (let number = 1; number < count; number += 1) {
    const candidate = part(year, kind, number);
    if (day <= candidate.to) return candidate;
  }
  return part(year, kind, count);
}

function part(year: Period, kind: PartKind, number: number): Period {
  const months = SPANS[kind];
  const from = addMonths(year.from, (number - 1) * months);
  const name = kind === "M" ? String(number).padStart(2, "0") : String(number);
  return { code: `${year.code}-${kind}${name}`, from, to: addDays(addMonths(from, months), -1) };
}
