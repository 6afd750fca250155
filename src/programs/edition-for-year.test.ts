import { describe, expect, it } from "vitest";
import { coopEdition, plansEdition } from "../../test/builders/judged-claim.ts";
import { DomainError, nothingBlocks } from "../kernel/index.ts";
import { windowFor } from "./edition.ts";
import { editionForYear } from "./edition-for-year.ts";
import { validateEdition } from "./validate-edition.ts";
import { windowsOn } from "./windows.ts";

const coop = coopEdition().document;

describe("a copy of an edition for another year", () => {
  // Rulebook 5.1: earning, usage, claiming, proof deadline.
  it.each([
    [
      "FY23",
      "FY23-H2",
      "2022-07-01",
      "2022-12-31",
      "2023-01-01",
      "2023-06-30",
      "2023-02-16",
      "2023-08-15",
      "2023-09-30",
    ],
    [
      "FY24",
      "FY24-H1",
      "2023-01-01",
      "2023-06-30",
      "2023-07-01",
      "2023-12-31",
      "2023-08-16",
      "2024-02-15",
      "2024-03-31",
    ],
    [
      "FY24",
      "FY24-H2",
      "2023-07-01",
      "2023-12-31",
      "2024-01-01",
      "2024-06-30",
      "2024-02-16",
      "2024-08-15",
      "2024-09-30",
    ],
    [
      "FY25",
      "FY25-H1",
      "2024-01-01",
      "2024-06-30",
      "2024-07-01",
      "2024-12-31",
      "2024-08-16",
      "2025-02-15",
      "2025-03-31",
    ],
    [
      "FY26",
      "FY26-H1",
      "2025-01-01",
      "2025-06-30",
      "2025-07-01",
      "2025-12-31",
      "2025-08-16",
      "2026-02-15",
      "2026-03-31",
    ],
  ])("%s: %s has the published dates", (year, usage, earnFrom, earnTo, useFrom, useTo, claimFrom, claimTo, proof) => {
    expect(windowFor(editionForYear(coop, year), usage)).toMatchObject({
      earningPeriod: { from: earnFrom, to: earnTo },
      usagePeriod: { code: usage, from: useFrom, to: useTo },
      claimWindow: { from: claimFrom, to: claimTo },
      proofDeadline: proof,
    });
  });

  it("T04: claiming ends on the published 15 August, not 45 days after the usage period", () => {
    expect(windowFor(editionForYear(coop, "FY24"), "FY24-H2")?.claimWindow.to).toBe("2024-08-15");
  });

  it("comes back to the same document when copied there and back", () => {
    expect(editionForYear(editionForYear(coop, "FY24"), "FY27")).toEqual(coop);
  });

  it("makes a valid edition of every year, for both example programs", () => {
    for (let year = 20; year < 60; year += 1) {
      for (const document of [coop, plansEdition().document]) {
        expect(nothingBlocks(validateEdition(editionForYear(document, `FY${year}`)))).toBe(true);
      }
    }
  });

  it("moves windows with dates of their own by whole years and keeps ends of months", () => {
    const [first] = coop.windows;
    if (!first) throw new Error("no window");
    const own = { ...coop, windows: [{ ...first, proofDeadline: "2027-02-28" }] };
    expect(editionForYear(own, "FY28").windows[0]).toMatchObject({
      earningPeriod: { code: "FY27-H2", from: "2027-01-01" },
      usagePeriod: { code: "FY28-H1", from: "2027-07-01", to: "2027-12-31" },
      proofDeadline: "2028-02-29",
    });
  });

  it("refuses a year that is none", () => {
    expect(() => editionForYear(coop, "2027")).toThrow(DomainError);
    expect(() => editionForYear(coop, "FY27-H1")).toThrow(/no program year/);
  });
});

describe("windows on a day", () => {
  it("shows the period in use and the one still being claimed", () => {
    expect(windowsOn(coop.windows, "2027-02-01").map((window) => window.usagePeriod.code)).toEqual([
      "FY27-H1",
      "FY27-H2",
    ]);
    expect(windowsOn(coop.windows, "2026-08-01").map((window) => window.usagePeriod.code)).toEqual(["FY27-H1"]);
    expect(windowsOn(coop.windows, "2027-08-16")).toEqual([]);
  });
});
