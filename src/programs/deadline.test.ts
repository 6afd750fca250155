import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekday } from "../kernel/index.ts";
import { businessCalendar } from "./business-calendar.ts";
import { deadline, serviceDeadline } from "./deadline.ts";

const zone = "America/Los_Angeles";
const noon = (day: string) => new Date(`${day}T20:00:00Z`);

describe("deadlines", () => {
  it.each([
    ["T34: submitted on Friday, decided within 2 business days, by Tuesday", "2024-03-01", 2, "2024-03-05"],
    ["T35: disputed on Wednesday, decided within 5 business days", "2024-03-06", 5, "2024-03-13"],
    ["T36: asked on Monday, answered within 14 business days", "2024-04-01", 14, "2024-04-19"],
  ])("%s", (_name, from, days, due) => {
    expect(deadline({ from: noon(from), days, kind: "business", market: "XX", zone }).dueOn).toBe(due);
  });

  it("ends with the last second of the due day in the zone it was promised in", () => {
    const due = deadline({ from: noon("2026-11-23"), days: 2, kind: "business", market: "US", zone });
    expect(due).toEqual({ dueOn: "2026-11-25", dueAt: new Date("2026-11-26T07:59:59Z") });
  });

  it("leaves out the public holidays of the market", () => {
    const thanksgiving = { from: noon("2026-11-25"), days: 1, kind: "business", zone } as const;
    expect(deadline({ ...thanksgiving, market: "US" }).dueOn).toBe("2026-11-27");
    expect(deadline({ ...thanksgiving, market: "DE" }).dueOn).toBe("2026-11-26");
  });

  it("knows holidays of a region that the country does not have", () => {
    const corpusChristi = {
      from: new Date("2024-05-29T10:00:00Z"),
      days: 1,
      kind: "business",
      zone: "Europe/Berlin",
    } as const;
    expect(deadline({ ...corpusChristi, market: "DE-BY" }).dueOn).toBe("2024-05-31");
    expect(deadline({ ...corpusChristi, market: "DE" }).dueOn).toBe("2024-05-30");
  });

  it("takes a holiday of several days as several, and a day that is free from noon as a business day", () => {
    const zone = "Asia/Shanghai";
    const count = { days: 1, kind: "business", market: "CN", zone } as const;
    expect(deadline({ ...count, from: new Date("2026-08-02T02:00:00Z") }).dueOn).toBe("2026-08-03");
    expect(businessCalendar("CN").isHoliday("2026-05-04")).toBe(false);
    expect(businessCalendar("US").isHoliday("2026-11-26")).toBe(true);
  });

  it.each(["XX", "QQ", "US-ZZZ", "", "nonsense", "__proto__", "constructor"])(
    "counts weekends only for %j and says so",
    (market) => {
      const due = deadline({ from: noon("2026-12-24"), days: 1, kind: "business", market, zone });
      expect(due.dueOn).toBe("2026-12-25");
      expect(due.warning).toMatch(/Saturdays and Sundays/);
    },
  );

  it("counts every day when calendar days are meant, without a warning", () => {
    const due = deadline({ from: noon("2024-05-10"), days: 30, kind: "calendar", market: "XX", zone });
    expect(due).toEqual({ dueOn: "2024-06-09", dueAt: new Date("2024-06-10T06:59:59Z") });
  });

  it("counts from the date it is in the zone, not from the date in UTC", () => {
    const lateEvening = new Date("2024-03-02T06:30:00Z");
    expect(deadline({ from: lateEvening, days: 2, kind: "business", market: "XX", zone }).dueOn).toBe("2024-03-05");
    expect(deadline({ from: lateEvening, days: 2, kind: "business", market: "XX", zone: "UTC" }).dueOn).toBe(
      "2024-03-05",
    );
    expect(deadline({ from: lateEvening, days: 0, kind: "calendar", market: "XX", zone }).dueOn).toBe("2024-03-01");
  });

  it("promises the end of the month after, where a service level says so", () => {
    const due = serviceDeadline({ kind: "end-of-next-month" }, { from: noon("2027-01-31"), market: "US", zone });
    expect(due.dueOn).toBe("2027-02-28");
  });

  it("never ends business days on a weekend or a holiday, and never takes fewer days than were promised", () => {
    const market = "US";
    const { isHoliday } = businessCalendar(market);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = addDays("2020-01-01", offset);
        const { dueOn } = deadline({ from: noon(from), days, kind: "business", market, zone });
        expect(weekday(dueOn)).toBeLessThan(6);
        expect(isHoliday(dueOn)).toBe(false);
        expect(daysBetween(from, dueOn)).toBeGreaterThanOrEqual(days);
      }),
      { numRuns: 60 },
    );
  });
});
