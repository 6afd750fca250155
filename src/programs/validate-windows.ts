import { addDays, type DateRange } from "../kernel/index.ts";
import { type Fault, fault, warning } from "./edition-fault.ts";
import type { ClaimingWindow, EditionDocument } from "./edition-schema.ts";
import { ANCHORS, type Point } from "./parts/window-rule-schema.ts";
import { periodOf } from "./program-year.ts";
import { windowsFromRule } from "./window-rule.ts";

/** The dates of an edition fit together: the year, and the windows inside it and beside each other (rulebook 5.1). */
export function validateWindows(document: EditionDocument): readonly Fault[] {
  return [...year(document), ...eachWindow(document), ...overlaps(document), ...gaps(document), ...rule(document)];
}

function year(document: EditionDocument): Fault[] {
  const { startsOn, endsOn, programYear } = document;
  const named = periodOf(programYear, Number(startsOn.slice(5, 7)));
  if (startsOn < endsOn && named?.to.slice(0, 4) === endsOn.slice(0, 4)) return [];
  return [
    fault(
      "year.dates",
      "programYear",
      `${programYear}: ${startsOn} to ${endsOn}`,
      `ends in 20${programYear.slice(2)}`,
      "Name the year by the one in which it ends, its first day before its last.",
    ),
  ];
}

function eachWindow(document: EditionDocument): Fault[] {
  return document.windows.flatMap((window, w) => {
    const at = `windows[${w}]`;
    const { earningPeriod, usagePeriod, claimWindow } = window;
    const backwards = Object.entries({ earningPeriod, usagePeriod, claimWindow })
      .filter(([, period]) => period.from > period.to)
      .map(([name, period]) =>
        fault(
          "window.backwards",
          `${at}.${name}`,
          text(period),
          "first day before the last",
          "Turn the two days round.",
        ),
      );
    return [...backwards, ...placeOf(document, window, at)];
  });
}

/** Where the days of a window lie: usage in the year, earning before it, claiming and proof after each other. */
function placeOf(document: EditionDocument, window: ClaimingWindow, at: string): Fault[] {
  const { earningPeriod, usagePeriod, claimWindow, proofDeadline } = window;
  const inYear: DateRange = { from: document.startsOn, to: document.endsOn };
  const rolls = document.funding?.usage === "rolling";
  const checks: readonly (readonly [boolean, Fault])[] = [
    [
      inYear.from <= usagePeriod.from && (rolls ? usagePeriod.from <= inYear.to : usagePeriod.to <= inYear.to),
      fault(
        "window.outside-year",
        `${at}.usagePeriod`,
        text(usagePeriod),
        text(inYear),
        'A usage period lies inside the program year of its edition; with funding.usage "rolling" it only begins in it.',
      ),
    ],
    [
      isEarnedInTime(document, window),
      fault(
        "window.earning-late",
        `${at}.earningPeriod`,
        text(earningPeriod),
        `before ${usagePeriod.from}`,
        'A fund is earned before it is used; money that is given or asked for ("source") may be used in its own period, and so may all money with funding.usage "while-earned".',
      ),
    ],
    [
      claimWindow.from >= usagePeriod.from && claimWindow.to >= usagePeriod.to,
      fault(
        "window.claim-early",
        `${at}.claimWindow`,
        text(claimWindow),
        `from ${usagePeriod.from}, to ${usagePeriod.to} or later`,
        "Claiming begins in the usage period and does not end before it.",
      ),
    ],
    [
      proofDeadline >= claimWindow.to,
      fault(
        "window.proof-early",
        `${at}.proofDeadline`,
        proofDeadline,
        `${claimWindow.to} or later`,
        "Proof is due when claiming has ended, or later.",
      ),
    ],
  ];
  return checks.flatMap(([fits, said]) => (fits ? [] : [said]));
}

/** Money that the vendor gives, or the partner asks for, need not be earned before. */
function isEarnedInTime(
  { fundTypes, funding }: EditionDocument,
  { earningPeriod, usagePeriod }: ClaimingWindow,
): boolean {
  const accrues = fundTypes.some(({ active, source }) => active && (source ?? "accrual") === "accrual");
  return accrues && funding?.usage !== "while-earned"
    ? earningPeriod.to < usagePeriod.from
    : earningPeriod.from <= usagePeriod.from;
}

function overlaps({ windows, funding }: EditionDocument): Fault[] {
  const apart =
    funding?.usage === "rolling" ? (["earningPeriod"] as const) : (["earningPeriod", "usagePeriod"] as const);
  return windows.flatMap((window, w) =>
    windows.slice(0, w).flatMap((earlier, e) => {
      const same = window.usagePeriod.code === earlier.usagePeriod.code;
      const names = apart.filter((name) => meet(window[name], earlier[name]));
      return [
        ...(same
          ? [
              fault(
                "window.repeated",
                `windows[${w}].usagePeriod.code`,
                window.usagePeriod.code,
                "each period once",
                "Give each usage period one window.",
              ),
            ]
          : []),
        ...names.map((name) =>
          fault(
            "window.overlap",
            `windows[${w}].${name}`,
            text(window[name]),
            `apart from windows[${e}]: ${text(earlier[name])}`,
            "Periods of one kind do not share a day.",
          ),
        ),
      ];
    }),
  );
}

/** Days of the year on which no work can be done for money: allowed, and worth a look. */
function gaps({ windows, startsOn, endsOn }: EditionDocument): Fault[] {
  const usage = windows.map((window) => window.usagePeriod).sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Fault[] = [];
  let next = startsOn;
  for (const period of [...usage, { code: "", from: addDays(endsOn, 1), to: endsOn }]) {
    if (period.from > next && next <= endsOn) {
      const gap = { from: next, to: addDays(period.from, -1) };
      found.push(
        warning(
          "window.gap",
          "windows",
          text(gap),
          "a usage period for each day",
          "Work of these days can be claimed from no fund; add a window if that is not meant.",
        ),
      );
    }
    if (period.to >= next) next = addDays(period.to, 1);
  }
  return found;
}

/** A rule names only days that are known by then, and the dates beside it are its own. */
function rule({ windowRule, windows, startsOn, endsOn }: EditionDocument): Fault[] {
  if (!windowRule) return [];
  const points: readonly (readonly [string, Point])[] = [
    ["usageStarts", windowRule.usageStarts],
    ["usageEnds", windowRule.usageEnds],
    ["claimOpens", windowRule.claimOpens],
    ["claimCloses", windowRule.claimCloses],
    ["proofDue", windowRule.proofDue],
  ];
  const late = points.flatMap(([name, point], i) =>
    ANCHORS.indexOf(point.from) < i + 2
      ? []
      : [
          fault(
            "window-rule.order",
            `windowRule.${name}.from`,
            point.from,
            ANCHORS.slice(0, i + 2).join(", "),
            "Count from a day that is known by then.",
          ),
        ],
  );
  if (late.length > 0 || endsOn < startsOn) return late;
  const byRule = windowsFromRule(windowRule, { startsOn, endsOn }, () => false);
  if (hasBusinessDays(points) || sameDates(byRule, windows)) return [];
  return [
    warning(
      "window-rule.differs",
      "windows",
      windows.map((window) => text(window.usagePeriod)).join(", "),
      byRule.map((window) => text(window.usagePeriod)).join(", "),
      "The dates of the windows are not those of windowRule. The dates count; take one of the two out if that is not meant.",
    ),
  ];
}

function hasBusinessDays(points: readonly (readonly [string, Point])[]): boolean {
  return points.some(([, { unit }]) => unit === "business-days");
}

/** True when two lists of windows have the same days, whatever their codes and order. */
export function sameDates(a: readonly ClaimingWindow[], b: readonly ClaimingWindow[]): boolean {
  const days = (windows: readonly ClaimingWindow[]) =>
    windows
      .map((w) => [w.earningPeriod, w.usagePeriod, w.claimWindow].map(text).concat(w.proofDeadline).join(" "))
      .sort()
      .join();
  return days(a) === days(b);
}

function meet(a: DateRange, b: DateRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function text({ from, to }: DateRange): string {
  return `${from} to ${to}`;
}
