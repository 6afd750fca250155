import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  addDays,
  addMonths,
  contains,
  dateIn,
  daysBetween,
  endOfDay,
  isIsoDate,
  startOfDay,
  weekday,
} from "./calendar.ts";

const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1970-01-01", n));
const zone = fc.constantFrom(
  "America/Los_Angeles",
  "Europe/Berlin",
  "Asia/Tokyo",
  "Pacific/Chatham",
  "Pacific/Apia",
  "UTC",
);
const noHoliday = () => false;

describe("a date", () => {
  test.each(["2026-01-01", "2024-02-29", "2000-02-29", "1999-12-31"])("%s is one", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "0000-01-01",
    "2026-1-1",
    "20260101",
    "2026-01-01T00:00",
    " 2026-01-01",
    "",
    "+002026-01-01",
  ])("%j is none", (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
  test("is one exactly when the calendar has that day", () => {
    const part = (max: number, width: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, "0"));
    const years = fc.oneof(part(9999, 4), fc.constantFrom("1900", "2000", "2024", "2100", "0004", "0000"));
    fc.assert(
      fc.property(years, part(13, 2), part(32, 2), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const made = new Date(`${text}T00:00:00Z`);
        const isInCalendar = year !== "0000" && !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text);
        expect(isIsoDate(text)).toBe(isInCalendar);
      }),
      { numRuns: 2000 },
    );
  });
  test("compares as text as it does in the calendar", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });
});

describe("a period", () => {
  const usage = { from: "2026-07-01", to: "2026-12-31" };
  test("holds both its ends and nothing beyond", () => {
    expect(["2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"].map((on) => contains(usage, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test("of one day holds that day", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(contains({ from: a, to: a }, b)).toBe(a === b);
      }),
    );
  });
});

describe("a day in a time zone", () => {
  test("ends one second before the next begins, also when clocks change", () => {
    fc.assert(
      fc.property(zone, day, (in_, on) => {
        expect(startOfDay(in_, addDays(on, 1)).getTime() - endOfDay(in_, on).getTime()).toBe(1000);
        expect(dateIn(in_, endOfDay(in_, on))).toBe(on);
        expect(dateIn(in_, startOfDay(in_, on))).toBe(on);
      }),
      {
        examples: [
          ["America/Los_Angeles", "2026-11-01"],
          ["America/Los_Angeles", "2026-03-08"],
          ["Europe/Berlin", "2026-10-25"],
        ],
      },
    );
  });
  test("in Los Angeles ends in the next day of UTC", () => {
    expect(endOfDay("America/Los_Angeles", "2026-11-25").toISOString()).toBe("2026-11-26T07:59:59.000Z");
    expect(endOfDay("America/Los_Angeles", "2026-06-30").toISOString()).toBe("2026-07-01T06:59:59.000Z");
    expect(dateIn("America/Los_Angeles", new Date("2026-07-01T06:59:59Z"))).toBe("2026-06-30");
    expect(dateIn("Asia/Tokyo", new Date("2026-06-30T15:00:00Z"))).toBe("2026-07-01");
  });
});

describe("months later", () => {
  // Rulebook T33: originals of 29 February 2024 are kept until 28 February 2026.
  test.each([
    ["2024-02-29", 24, "2026-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-03-15", 0, "2026-03-15"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe("business days later", () => {
  // Rulebook T34 to T36, with an empty list of holidays.
  test.each([
    ["2024-03-01", 2, "2024-03-05"],
    ["2024-03-06", 5, "2024-03-13"],
    ["2024-04-01", 14, "2024-04-19"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-22", 1, "2026-11-23"],
    ["2026-11-20", 0, "2026-11-20"],
  ])("%s and %i business days is %s", (from, days, to) => {
    expect(addBusinessDays(from, days, noHoliday)).toBe(to);
  });

  test("leave holidays out, also several in a row over a weekend", () => {
    const closed = new Set(["2026-12-24", "2026-12-25", "2026-12-28"]);
    expect(addBusinessDays("2026-12-23", 1, (on) => closed.has(on))).toBe("2026-12-29");
    expect(addBusinessDays("2026-12-23", 3, (on) => closed.has(on))).toBe("2026-12-31");
  });

  test("end on a working day, with exactly so many working days on the way", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }),
        (from, days, off) => {
          const closed = new Set(off.map((n) => addDays(from, n)));
          const isOpen = (on: string) => weekday(on) < 6 && !closed.has(on);
          const to = addBusinessDays(from, days, (on) => closed.has(on));
          expect(isOpen(to)).toBe(true);
          const between = Array.from({ length: daysBetween(from, to) }, (_, n) => addDays(from, n + 1));
          expect(between.filter(isOpen)).toHaveLength(days);
        },
      ),
    );
  });
});
