import type { DateRange } from "../kernel/index.ts";
import type { Fault } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { periodOf } from "./program-year.ts";

/** The dates of an edition fit together: the year, and the windows inside it and beside each other (rulebook 5.1). */
export function validateWindows(document: EditionDocument): readonly Fault[] {
  return [...year(document), ...eachWindow(document), ...overlaps(document)];
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
  const inYear: DateRange = { from: document.startsOn, to: document.endsOn };
  return document.windows.flatMap(({ earningPeriod, usagePeriod, claimWindow, proofDeadline }, w) => {
    const at = `windows[${w}]`;
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
    const checks: readonly (readonly [boolean, Fault])[] = [
      [
        inYear.from <= usagePeriod.from && usagePeriod.to <= inYear.to,
        fault(
          "window.outside-year",
          `${at}.usagePeriod`,
          text(usagePeriod),
          text(inYear),
          "A usage period lies inside the program year of its edition.",
        ),
      ],
      [
        earningPeriod.to < usagePeriod.from,
        fault(
          "window.earning-late",
          `${at}.earningPeriod`,
          text(earningPeriod),
          `before ${usagePeriod.from}`,
          "A fund is earned before it is used.",
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
    return [...backwards, ...checks.flatMap(([fits, said]) => (fits ? [] : [said]))];
  });
}

function overlaps({ windows }: EditionDocument): Fault[] {
  return windows.flatMap((window, w) =>
    windows.slice(0, w).flatMap((earlier, e) => {
      const same = window.usagePeriod.code === earlier.usagePeriod.code;
      const names = (["earningPeriod", "usagePeriod"] as const).filter((name) => meet(window[name], earlier[name]));
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

function meet(a: DateRange, b: DateRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function text({ from, to }: DateRange): string {
  return `${from} to ${to}`;
}

function fault(rule: string, field: string, found: string, allowed: string, remedy: string): Fault {
  return { rule, field, found, allowed, remedy };
}
