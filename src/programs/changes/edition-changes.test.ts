import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { editionForYear } from "../edition-for-year.ts";
import type { EditionDocument } from "../edition-schema.ts";
import { changesForPartners, editionChanges } from "./edition-changes.ts";

const read = (file: string): EditionDocument =>
  JSON.parse(readFileSync(new URL(`../../../programs/${file}`, import.meta.url), "utf8")) as EditionDocument;
const coop = read("coop.json");

/** An item that is there. */
function the<T>(item: T | undefined): T {
  if (item === undefined) throw new Error("the example no longer has it");
  return item;
}
const activity = ({ activityTypes }: EditionDocument, code: string) =>
  the(activityTypes.find((type) => type.code === code));

/** The co-op edition, changed by the test, and what is said about it. */
function told(change: (document: EditionDocument) => void): string[] {
  const after = structuredClone(coop);
  change(after);
  return editionChanges(coop, after).map(({ effect, sentence }) => `${effect}: ${sentence.text}`);
}

describe("what a program manager reads", () => {
  test("days that move: which day of which period, by how many days, and which way", () => {
    const lines = told(({ windows }) => {
      the(windows[0]).claimWindow.to = "2027-01-16";
      the(windows[1]).proofDeadline = "2027-10-01";
    });
    expect(lines).toEqual([
      "worse: FY27-H1: claim window closes 30 days earlier, 2027-02-15 → 2027-01-16",
      "better: FY27-H2: proof is due one day later, 2027-09-30 → 2027-10-01",
    ]);
  });

  test("proof that is asked for, and no longer", () => {
    const lines = told((document) => {
      const type = activity(document, "digital-advertising");
      const more = { required: true, alternatives: [], allowsLink: true };
      type.evidence.push({ code: "report", description: "Report of the agency", ...more });
      the(type.evidence[0]).allowsLink = true;
      type.metrics = [];
    });
    expect(lines).toEqual([
      "better: Digital advertising, Screenshot of the advertisement as shown: a link is enough: yes from now on",
      "worse: Digital advertising: new proof asked for: Report of the agency",
      "better: Digital advertising: metric taken away: Summary of results, for example a click-through report",
    ]);
  });

  test("money: threshold, split, caps, payouts", () => {
    const lines = told((document) => {
      document.threshold = { amount: "5000.00", currency: "USD" };
      document.split = { rebatePct: "50", coopPct: "50" };
      const cap = the(activity(document, "vendor-syndicated-content").caps[0]);
      if (cap.kind === "absolute") cap.amount = "9000.00";
    });
    expect(lines).toEqual([
      "neutral: Split: rebate in percent falls from 60 % to 50 %",
      "neutral: Split: co-op in percent rises from 40 % to 50 %",
      "worse: Program: least amount of a period that can be claimed rises from 1500.00 USD to 5000.00 USD",
      "worse: Vendor syndicated content: cap falls from 18750.00 USD to 9000.00 USD",
    ]);
  });

  test("what may be claimed, with the names of what is paid", () => {
    const lines = told(({ activityTypes }) => {
      activityTypes.shift();
      the(activityTypes[0]).eligibleExpenses.push("research");
    });
    expect(lines[0]).toMatch(/^better: Print advertising: kinds of cost that are paid: now also [A-Z]/);
    expect(lines[1]).toBe("worse: Can no longer be claimed: Television or radio advertising");
  });

  test("promised times, with their units", () => {
    const lines = told(({ serviceLevels }) => {
      serviceLevels.claimDecision = { kind: "business", days: 5 };
      serviceLevels.claimAnswer = { kind: "business", days: 1 };
    });
    expect(lines[0]).toBe("worse: Promised times: decision on a claim rises from 2 business days to 5 business days");
    expect(lines[1]).toMatch(
      /^worse: Promised times: answer about a claim falls from \d+ business days to 1 business day$/,
    );
  });

  test("one line where a list is put in another order, and none for the order of an object", () => {
    expect(told(({ activityTypes }) => activityTypes.reverse())).toEqual([
      "neutral: Activities: activities in another order",
    ]);
    const turned = Object.fromEntries(Object.entries(coop).reverse());
    expect(editionChanges(coop, turned)).toEqual([]);
  });

  test("another year of the same rules is nothing but its dates", () => {
    const changes = editionChanges(coop, editionForYear(coop, "FY28"));
    expect(new Set(changes.map(({ subject }) => subject))).toEqual(new Set(["dates", "program"]));
  });

  test("a field that nobody has named yet is said by its key", () => {
    const lines = told((document) => {
      Object.assign(document, { somethingNew: { deeplyHidden: { inThere: 3 } } });
      document.threshold = null;
    });
    expect(lines).toContain("neutral: Program: something new added: 3");
    expect(lines).toContain(
      "better: Program: least amount of a period that can be claimed is gone; it was 1500.00 USD",
    );
  });
});

describe("what a partner is told", () => {
  test("leaves out what only the vendor works with, and new wording", () => {
    const after = structuredClone(coop);
    after.reasonCodes.pop();
    the(after.categories[0]).name = "Other";
    the(after.activityTypes[0]).name = "Radio and television";
    after.activityTypes.reverse();
    after.retentionMonths = 12;
    expect(changesForPartners(editionChanges(coop, after)).map(({ sentence }) => sentence.text)).toEqual([
      "Program: months for which originals are kept falls from 24 to 12",
    ]);
  });
});
