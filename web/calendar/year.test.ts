import { describe, expect, test } from "vitest";
import { monthOf, placeOn, pointOn, stripAround, stripOf } from "./year.ts";

describe("a strip of months", () => {
  test("begins with the first day of its month and ends with the day after the last", () => {
    expect(stripOf("2026-11-27", 3)).toEqual({
      from: "2026-11-01",
      end: "2027-02-01",
      months: ["2026-11-01", "2026-12-01", "2027-01-01"],
    });
  });

  test.each([
    ["2026-11-27", -11, "2025-12-01"],
    ["2026-01-31", 0, "2026-01-01"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("the month %s and %i more is %s", (day, months, expected) => {
    expect(monthOf(day, months)).toBe(expected);
  });

  test("a span is placed with both its days, cut at the ends of the strip, and left out beyond them", () => {
    const november = stripOf("2026-11-01", 1);
    expect(placeOn(november, { from: "2026-11-01", to: "2026-11-30" })).toEqual({ left: 0, width: 100 });
    expect(placeOn(november, { from: "2026-11-16", to: "2027-05-01" })).toEqual({ left: 50, width: 50 });
    expect(placeOn(november, { from: "2026-12-01", to: "2026-12-31" })).toBeUndefined();
    expect(placeOn(november, { from: "2026-09-01", to: "2026-10-31" })).toBeUndefined();
  });

  test("a day is a point in its middle", () => {
    expect(pointOn(stripOf("2026-11-01", 1), "2026-11-15")).toBeCloseTo((14.5 / 30) * 100);
    expect(pointOn(stripOf("2026-11-01", 1), "2026-12-01")).toBeUndefined();
  });

  test("around some spans it shows all of them", () => {
    const strip = stripAround([
      { from: "2026-01-01", to: "2026-06-30" },
      { from: "2026-08-16", to: "2027-02-15" },
    ]);
    expect([strip.from, strip.end]).toEqual(["2026-01-01", "2027-03-01"]);
  });
});
