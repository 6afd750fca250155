import {
  addDays,
  addMonths,
  canonicalJson,
  type DateRange,
  DomainError,
  type IsoDate,
  type Period,
} from "../kernel/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import type { ClaimingWindow, EditionDocument } from "./edition-schema.ts";
import { endOfMonth, periodOf } from "./program-year.ts";
import { sameDates } from "./validate-windows.ts";
import { windowsFromRule } from "./window-rule.ts";
import { windowsByRule } from "./windows.ts";

/**
 * A copy of an edition for another program year, as a draft to read before it is published. Windows that follow the
 * published rule are proposed anew by the rule (so that a leap day falls where it should); windows with dates of their
 * own are moved by whole years. Rates, caps, evidence and texts stay. Throws `program-year-unknown` when the text is no
 * program year.
 */
export function editionForYear(document: EditionDocument, programYear: string): EditionDocument {
  const startMonth = Number(document.startsOn.slice(5, 7));
  const own = periodOf(document.programYear, startMonth);
  const wanted = /^FY\d{2}$/.test(programYear) ? periodOf(programYear, startMonth) : undefined;
  if (!own || !wanted) {
    throw new DomainError({
      code: "program-year-unknown",
      kind: "invalid",
      message: `"${programYear}" is no program year. Name it by the year in which it ends, such as FY27.`,
    });
  }
  return {
    ...document,
    programYear: wanted.code,
    startsOn: wanted.from,
    endsOn: wanted.to,
    windows: followsOwnRule(document)
      ? [...byOwnRule(document, wanted)]
      : followsRule(document, own)
        ? [...windowsByRule(wanted)]
        : document.windows.map((window) => moved(window, yearsBetween(own, wanted), startMonth)),
  };
}

function followsRule(document: EditionDocument, year: Period): boolean {
  const byRule = windowsByRule(year);
  // The codes of claim windows are names, not dates: they do not decide.
  const dates = (windows: readonly ClaimingWindow[]) =>
    canonicalJson(windows.map((w) => ({ ...w, claimWindow: { from: w.claimWindow.from, to: w.claimWindow.to } })));
  return dates(document.windows) === dates(byRule);
}

/** True when the windows are those of the document's own rule, so that the rule gives those of another year. */
function followsOwnRule(document: EditionDocument): boolean {
  const { startsOn, endsOn, windows } = document;
  return document.windowRule !== undefined && sameDates(byOwnRule(document, { from: startsOn, to: endsOn }), windows);
}

function byOwnRule({ windowRule, calendar }: EditionDocument, year: DateRange): readonly ClaimingWindow[] {
  if (!windowRule) return [];
  const { isHoliday } = businessCalendar("XX", calendar);
  return windowsFromRule(windowRule, { startsOn: year.from, endsOn: year.to }, isHoliday);
}

function yearsBetween(from: Period, to: Period): number {
  return Number(to.from.slice(0, 4)) - Number(from.from.slice(0, 4));
}

function moved(window: ClaimingWindow, years: number, startMonth: number): ClaimingWindow {
  const period = (old: Period): Period => ({
    code: movedCode(old.code, years, startMonth),
    from: movedDay(old.from, years),
    to: movedDay(old.to, years),
  });
  return {
    earningPeriod: period(window.earningPeriod),
    usagePeriod: period(window.usagePeriod),
    claimWindow: period(window.claimWindow),
    proofDeadline: movedDay(window.proofDeadline, years),
  };
}

/** A last day of a month stays one: 28 February becomes 29 in a leap year. */
function movedDay(day: IsoDate, years: number): IsoDate {
  const moved = addMonths(day, years * 12);
  return addDays(day, 1).endsWith("-01") ? endOfMonth(moved) : moved;
}

function movedCode(code: string, years: number, startMonth: number): string {
  const period = periodOf(code.slice(0, 4), startMonth);
  if (!period) return code;
  const year = (Number(period.to.slice(0, 4)) + years) % 100;
  return `FY${String(year).padStart(2, "0")}${code.slice(4)}`;
}
