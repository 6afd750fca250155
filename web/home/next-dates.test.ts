import { expect, test } from "vitest";
import type { ProgramWindows } from "../calendar/use-my-windows.ts";
import { nextDates } from "./next-dates.ts";

const span = (code: string, from: string, to: string) => ({ code, from, to });
// Only what is read here; a whole program would say nothing more.
const programs = [
  {
    program: { code: "coop", name: "Co-op" },
    windows: [
      {
        usagePeriod: span("FY27-H1", "2026-07-01", "2026-12-31"),
        claimWindow: span("FY27-H1", "2026-08-16", "2027-02-15"),
      },
      {
        usagePeriod: span("FY27-H2", "2027-01-01", "2027-06-30"),
        claimWindow: span("FY27-H2", "2027-02-16", "2027-08-15"),
      },
    ],
  },
] as unknown as ProgramWindows[];

test("what begins and ends next stands with its day, the nearest first; what is over does not", () => {
  expect(nextDates(programs, "2026-11-28", 3).map(({ day, kind, period }) => `${day} ${period} ${kind}`)).toEqual([
    "2026-12-31 FY27-H1 work-ends",
    "2027-02-15 FY27-H1 closes",
    "2027-02-16 FY27-H2 opens",
  ]);
});

test("the day itself is still in time", () => {
  expect(nextDates(programs, "2027-08-15", 3).map(({ kind }) => kind)).toEqual(["closes"]);
});
