import { describe, expect, it } from "vitest";
import { coopEdition, facts, plansEdition, subject } from "../../../test/builders/judged-claim.ts";
import { nothingBlocks } from "../../kernel/index.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimFacts } from "./facts.ts";

const fy24 = coopEdition("FY24");

/** Rules found for work done on one day and submitted on another, from the fund of FY24 H1, which is used in FY24 H2. */
function rulesFor(executed: string, submitted: string, changes: Partial<ClaimFacts> = {}) {
  const claim = subject({ usagePeriod: "FY24-H2", executionDate: executed });
  return evaluate(fy24, claim, facts({ today: submitted, ...changes }))
    .findings.filter((finding) => finding.severity === "blocks")
    .map((finding) => finding.rule);
}

describe("when a claim may be submitted", () => {
  it.each([
    ["2024-02-15", ["claim-window.not-open"]],
    ["2024-02-16", []],
    ["2024-08-15", []],
    ["2024-08-16", ["claim-window.closed"]],
  ])("T02: from the fund of FY24 H1 on %s", (day, rules) => {
    expect(rulesFor("2024-01-10", day)).toEqual(rules);
  });

  it.each([
    ["2024-01-10", "2024-02-20", []],
    ["2023-12-31", "2024-02-20", ["date.outside-usage"]],
    ["2024-07-01", "2024-07-10", ["date.outside-usage"]],
  ])("T03: for work done on %s, submitted on %s", (executed, submitted, rules) => {
    expect(rulesFor(executed, submitted)).toEqual(rules);
  });

  it("lets a returned claim be submitted again until the proof deadline, and not after it", () => {
    const returned = { stage: "returned", submittedOn: "2024-08-10" } as const;
    expect(rulesFor("2024-01-10", "2024-09-30", returned)).toEqual([]);
    expect(rulesFor("2024-01-10", "2024-10-01", returned)).toEqual(["proof-deadline.passed"]);
  });

  it("judges a claim in review by the day of its submission, however long the review takes", () => {
    const review = { stage: "review", submittedOn: "2024-08-15" } as const;
    expect(rulesFor("2024-01-10", "2024-12-01", review)).toEqual([]);
  });

  it("names the window, its source and the remedy", () => {
    const [finding] = evaluate(coopEdition(), subject(), facts({ today: "2027-02-16" })).findings;
    expect(finding).toMatchObject({
      rule: "claim-window.closed",
      field: "usagePeriod",
      found: "2027-02-16",
      allowed: "2026-08-16 to 2027-02-15",
      source: "edition coop/FY27 v2, windows[0].claimWindow",
      reasonCode: "claim-window-closed",
    });
  });

  it("refuses a usage period that the edition does not have", () => {
    const { findings } = evaluate(coopEdition(), subject({ usagePeriod: "FY20-H1" }), facts());
    expect(findings.map((finding) => finding.rule)).toContain("claim-window.unknown");
  });

  it("asks for a date, and warns of one that lies ahead", () => {
    expect(evaluate(coopEdition(), subject({ executionDate: null }), facts()).findings[0]?.rule).toBe("date.missing");
    const ahead = evaluate(coopEdition(), subject({ executionDate: "2026-11-01" }), facts()).findings;
    expect(ahead.map(({ rule, severity }) => [rule, severity])).toEqual([["date.in-future", "warns"]]);
  });
});

describe("standing of the partner", () => {
  it("finds nothing to object to in a complete claim of a partner in good standing", () => {
    expect(evaluate(coopEdition(), subject(), facts()).findings).toEqual([]);
  });

  it.each([
    ["enrollment.missing", { enrolled: false }],
    ["payout-data.missing", { payoutReady: false }],
    ["fund.missing", { fund: null }],
  ] as const)("blocks with %s", (rule, changes) => {
    const { findings } = evaluate(coopEdition(), subject(), facts(changes));
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(nothingBlocks(findings)).toBe(false);
  });

  it("asks for a plan where the program requires one, and holds the work to the campaign's dates", () => {
    const edition = plansEdition();
    expect(evaluate(edition, subject(), facts()).findings.map((f) => f.rule)).toEqual(["plan.required"]);
    const planned = (to: string) => subject({ planActivity: { from: "2026-10-01", to } });
    expect(evaluate(edition, planned("2026-10-02"), facts()).findings).toEqual([]);
    expect(evaluate(edition, planned("2026-10-01"), facts()).findings.map((f) => f.rule)).toEqual([
      "date.outside-campaign",
    ]);
  });

  it("keeps an activity type from classes of programs that may not use it", () => {
    const edition = coopEdition("FY27", { programClass: "device-distributor" });
    const { findings } = evaluate(edition, subject({ activityType: "employee-purchase-web-setup" }), facts());
    expect(findings.map((finding) => finding.rule)).toContain("activity.unknown");
  });
});
