import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../kernel/index.ts";
import { endOfMonth, halfYearBeside, halfYearOf, periodOf, programYearOf, quarterOf } from "./program-year.ts";

const anyDay = fc.integer({ min: 0, max: 30_000 }).map((offset) => addDays("2001-01-01", offset));

describe("half-years of a program year", () => {
  it.each([
    ["2023-12-31", "FY24-H1"],
    ["2024-01-01", "FY24-H2"],
    ["2024-06-30", "FY24-H2"],
    ["2024-07-01", "FY25-H1"],
  ])("T01: %s lies in %s", (day, code) => {
    expect(halfYearOf(day).code).toBe(code);
  });

  it("names a program year after the year in which it ends", () => {
    expect(programYearOf("2026-07-01")).toEqual({ code: "FY27", from: "2026-07-01", to: "2027-06-30" });
    expect(programYearOf("2027-06-30").code).toBe("FY27");
  });

  it("divides a program year into four quarters", () => {
    const codes = ["2026-07-01", "2026-10-01", "2027-01-01", "2027-06-30"].map((day) => quarterOf(day).code);
    expect(codes).toEqual(["FY27-Q1", "FY27-Q2", "FY27-Q3", "FY27-Q4"]);
  });

  it("knows the days behind a code, and that other texts are no code", () => {
    expect(periodOf("FY27-H2")).toEqual({ code: "FY27-H2", from: "2027-01-01", to: "2027-06-30" });
    expect(periodOf("FY27-Q3")).toEqual({ code: "FY27-Q3", from: "2027-01-01", to: "2027-03-31" });
    expect(periodOf("FY27")?.to).toBe("2027-06-30");
    for (const text of ["", "FY27-H3", "FY27-Q5", "FY2027", "2027-H1", "fy27-h1"])
      expect(periodOf(text)).toBeUndefined();
  });

  it("follows a program year that begins in January", () => {
    expect(programYearOf("2026-03-01", 1)).toEqual({ code: "FY26", from: "2026-01-01", to: "2026-12-31" });
    expect(periodOf("FY26-H2", 1)).toEqual({ code: "FY26-H2", from: "2026-07-01", to: "2026-12-31" });
  });

  it("puts every day into exactly one half-year and one quarter, and finds both again by their codes", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        for (const period of [
          programYearOf(day, startMonth),
          halfYearOf(day, startMonth),
          quarterOf(day, startMonth),
        ]) {
          expect(period.from <= day && day <= period.to).toBe(true);
          expect(periodOf(period.code, startMonth)).toEqual(period);
        }
      }),
    );
  });

  it("leaves no day between one half-year and the next", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const half = halfYearOf(day);
        expect(halfYearBeside(half, 1).from).toBe(addDays(half.to, 1));
        expect(halfYearBeside(halfYearBeside(half, 1), -1)).toEqual(half);
      }),
    );
  });

  it("finds the last day of a month, leap years included", () => {
    expect(endOfMonth("2024-02-10")).toBe("2024-02-29");
    expect(endOfMonth("2024-01-31", 1)).toBe("2024-02-29");
    expect(endOfMonth("2026-12-15", 1)).toBe("2027-01-31");
  });
});
