import { describe, expect, test } from "vitest";
import { placeOfDay, timelineMonths, timelineRows } from "./timeline.ts";

const period = { code: "FY27-H1", from: "2026-07-01", to: "2026-12-31" };
type Campaigns = Parameters<typeof timelineRows>[0]["campaigns"];

/** Only what a timeline looks at. */
const campaigns = [
  {
    id: "cmp_1",
    name: "Autumn",
    startDate: "2026-09-01",
    endDate: "2026-10-31",
    activities: [
      { id: "act_1", name: "Search ads", startDate: "2026-09-15", endDate: "2026-09-15" },
      { id: "act_2", name: "Seminar", startDate: null, endDate: null },
    ],
  },
] as unknown as Campaigns;

describe("the timeline of a plan", () => {
  test("begins at the first day of the period and ends after its last", () => {
    expect(placeOfDay("2026-07-01", period)).toBe(0);
    expect(placeOfDay("2026-10-01", period)).toBe(50);
    expect(placeOfDay("2027-06-01", period)).toBe(100);
  });

  test("draws each activity below its campaign; one without days runs as long as its campaign", () => {
    const rows = timelineRows({ period, campaigns });
    expect(rows.map(({ name, kind, from, to, inherited }) => [name, kind, from, to, inherited])).toEqual([
      ["Autumn", "campaign", "2026-09-01", "2026-10-31", false],
      ["Search ads", "activity", "2026-09-15", "2026-09-15", false],
      ["Seminar", "activity", "2026-09-01", "2026-10-31", true],
    ]);
    expect(rows[2]?.left).toBe(rows[0]?.left);
    expect(rows[2]?.width).toBe(rows[0]?.width);
  });

  test("keeps a single day wide enough to be seen", () => {
    expect(timelineRows({ period, campaigns })[1]?.width).toBe(0.6);
  });

  test("marks each month that begins in the period", () => {
    expect(timelineMonths(period).map(({ day }) => day.slice(5, 7))).toEqual(["07", "08", "09", "10", "11", "12"]);
  });
});
