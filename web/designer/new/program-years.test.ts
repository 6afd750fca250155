import { describe, expect, test } from "vitest";
import { codeOf, yearsFrom } from "./program-years.ts";

describe("the years a program may begin with", () => {
  test("begin with the one that is running, named by the year in which it ends", () => {
    expect(yearsFrom("2026-07-01", "2026-11-28").map(({ code, from, to }) => [code, from, to])).toEqual([
      ["FY27", "2026-07-01", "2027-06-30"],
      ["FY28", "2027-07-01", "2028-06-30"],
      ["FY29", "2028-07-01", "2029-06-30"],
    ]);
    expect(yearsFrom("2026-07-01", "2027-06-30")[0]?.code).toBe("FY27");
    expect(yearsFrom("2026-01-01", "2026-11-28")[0]).toEqual({ code: "FY26", from: "2026-01-01", to: "2026-12-31" });
  });
});

describe("a code", () => {
  test("follows from the name, whatever is in it", () => {
    expect(codeOf("Partner events 2027")).toBe("partner-events-2027");
    expect(codeOf("  Förderung für Köln & Umgebung! ")).toBe("forderung-fur-koln-umgebung");
    expect(codeOf("市場")).toBe("");
  });
});
