import type { ProgramWindows } from "../calendar/use-my-windows.ts";

/** Something that begins or ends in a program on a day. */
export interface NextDate {
  readonly day: string;
  readonly kind: "opens" | "closes" | "work-ends";
  readonly program: string;
  readonly programName: string;
  readonly period: string;
}

/** What begins and ends next in some programs, the nearest day first. */
export function nextDates(programs: readonly ProgramWindows[], today: string, most: number): NextDate[] {
  return programs
    .flatMap(({ program, windows }) =>
      windows.flatMap(({ usagePeriod, claimWindow }): NextDate[] => {
        const of = { program: program.code, programName: program.name, period: usagePeriod.code };
        return [
          { ...of, day: claimWindow.from, kind: "opens" },
          { ...of, day: usagePeriod.to, kind: "work-ends" },
          { ...of, day: claimWindow.to, kind: "closes" },
        ];
      }),
    )
    .filter(({ day }) => day >= today)
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .slice(0, most);
}
