import { addDays } from "../../../src/kernel/calendar.ts";

/** A program year that a program may begin with. */
export interface YearChoice {
  code: string;
  from: string;
  to: string;
}

/** The program year that holds a day and the two after it, for a year that begins on the day and month of `startsOn`. */
export function yearsFrom(startsOn: string, day: string): readonly YearChoice[] {
  const begins = startsOn.slice(4);
  const year = Number(day.slice(0, 4)) - (day.slice(4) < begins ? 1 : 0);
  return [year, year + 1, year + 2].map((first) => {
    const to = addDays(`${first + 1}${begins}`, -1);
    return { code: `FY${to.slice(2, 4)}`, from: `${first}${begins}`, to };
  });
}

/** A code as a name suggests it: `Partner events 2027` becomes `partner-events-2027`. */
export function codeOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
}
