import { addDays, contains, type IsoDate, type Period } from "../kernel/index.ts";
import type { ClaimingWindow } from "./edition-schema.ts";
import type { Edition, EditionHead } from "./program.ts";
import { endOfMonth, halfYearBeside, halfYearOf } from "./program-year.ts";

/** By how many days claiming lies behind the usage period, at both ends (rulebook 5.1). */
const CLAIMING_SHIFT_DAYS = 46;

/**
 * The window of a usage half-year by the published rule: earned in the half-year before, claimed 46 days later at both
 * ends, proof by the end of the month after claiming ends (rulebook 5.1). Used to propose dates for a new edition; what
 * judges is what the edition stores.
 */
export function windowByRule(usage: Period, startMonth?: number): ClaimingWindow {
  const claimEnds = addDays(usage.to, CLAIMING_SHIFT_DAYS);
  return {
    earningPeriod: halfYearBeside(usage, -1, startMonth),
    usagePeriod: usage,
    claimWindow: { code: usage.code, from: addDays(usage.from, CLAIMING_SHIFT_DAYS), to: claimEnds },
    proofDeadline: endOfMonth(claimEnds, 1),
  };
}

/** The two windows of a program year by the rule: its half-years are the usage periods. */
export function windowsByRule(year: Period): readonly ClaimingWindow[] {
  const startMonth = Number(year.from.slice(5, 7));
  const first = halfYearOf(year.from, startMonth);
  const second = halfYearBeside(first, 1, startMonth);
  return [windowByRule(first, startMonth), windowByRule(second, startMonth)];
}

/** True when the version is in force on the day: published, and no correction has taken the day from it. */
export function holdsOn({ status, effectiveOn, effectiveTo }: EditionHead, day: IsoDate): boolean {
  if (status !== "published" || effectiveOn === null || effectiveTo === null) return false;
  return effectiveOn <= day && day <= effectiveTo;
}

/** A window with the version whose rules hold in it. */
export interface WindowInForce {
  readonly edition: Edition;
  readonly window: ClaimingWindow;
}

/**
 * The windows that count, among published versions: each version speaks for the usage periods whose first day it is in force
 * on, whatever dates it gives for others.
 */
export function windowsInForce(editions: readonly Edition[]): readonly WindowInForce[] {
  return editions.flatMap((edition) =>
    edition.document.windows
      .filter((window) => holdsOn(edition, window.usagePeriod.from))
      .map((window) => ({ edition, window })),
  );
}

/** Those windows whose usage period or claim window holds the day (docs/api.md, `?on=`). */
export function windowsOn(windows: readonly ClaimingWindow[], day: IsoDate): readonly ClaimingWindow[] {
  return windows.filter((window) => contains(window.usagePeriod, day) || contains(window.claimWindow, day));
}

/** Windows in the order of their usage periods. */
export function inOrder(windows: readonly ClaimingWindow[]): readonly ClaimingWindow[] {
  return [...windows].sort((a, b) => (a.usagePeriod.from < b.usagePeriod.from ? -1 : 1));
}
