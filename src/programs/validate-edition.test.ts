import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coopEdition, plansEdition } from "../../test/builders/judged-claim.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { validateEdition } from "./validate-edition.ts";

const coop = coopEdition().document;

/** A copy of the co-op edition, changed. */
function changed(change: (document: Mutable) => void): EditionDocument {
  const copy = structuredClone(coop) as unknown as Mutable;
  change(copy);
  return copy as unknown as EditionDocument;
}
// Tests write what the schema forbids, so the copy is loosely typed on purpose.
type Mutable = Record<string, unknown> & {
  windows: Record<string, Record<string, string> & string>[];
  activityTypes: Record<string, Record<string, unknown>[] & string[]>[];
};
const window = (d: Mutable, w: number) => d.windows[w] as unknown as Record<string, Record<string, string>>;
const typeAt = (d: Mutable, code: string) =>
  d.activityTypes.find((type) => (type["code"] as unknown) === code) as unknown as Record<
    string,
    Record<string, unknown>[]
  >;

describe("validating an edition document", () => {
  it("finds nothing wrong with the two example programs", () => {
    expect(validateEdition(coop)).toEqual([]);
    expect(validateEdition(plansEdition().document)).toEqual([]);
  });

  it.each<[string, string, string, (document: Mutable) => void]>([
    [
      "a date the calendar does not have",
      "edition.form",
      "windows[0].usagePeriod.from",
      (d) => {
        window(d, 0)["usagePeriod"]!["from"] = "2027-02-30";
      },
    ],
    [
      "a key nobody knows",
      "edition.unknown-key",
      "surprise",
      (d) => {
        d["surprise"] = 1;
      },
    ],
    [
      "a zone that does not exist",
      "edition.form",
      "timeZone",
      (d) => {
        d["timeZone"] = "America/Nowhere";
      },
    ],
    [
      "a currency that does not exist",
      "edition.form",
      "currencies[0]",
      (d) => {
        d["currencies"] = ["XYZ"];
      },
    ],
    [
      "a split that is not 100",
      "split.sum",
      "split",
      (d) => {
        d["split"] = { rebatePct: "60", coopPct: "39.9999" };
      },
    ],
    [
      "usage periods that share a day",
      "window.overlap",
      "windows[1].usagePeriod",
      (d) => {
        window(d, 1)["usagePeriod"]!["from"] = "2026-12-31";
      },
    ],
    [
      "a usage period outside the year",
      "window.outside-year",
      "windows[1].usagePeriod",
      (d) => {
        window(d, 1)["usagePeriod"]!["to"] = "2027-07-01";
      },
    ],
    [
      "a claim window that ends before it begins",
      "window.backwards",
      "windows[0].claimWindow",
      (d) => {
        window(d, 0)["claimWindow"]!["to"] = "2026-08-01";
      },
    ],
    [
      "proof due before claiming ends",
      "window.proof-early",
      "windows[0].proofDeadline",
      (d) => {
        (d.windows[0] as unknown as Record<string, string>)["proofDeadline"] = "2027-02-14";
      },
    ],
    [
      "two windows of one period",
      "window.repeated",
      "windows[1].usagePeriod.code",
      (d) => {
        window(d, 1)["usagePeriod"]!["code"] = "FY27-H1";
      },
    ],
    [
      "a year named after the one in which it begins",
      "year.dates",
      "programYear",
      (d) => {
        d["programYear"] = "FY26";
      },
    ],
    [
      "an evidence code that stands twice",
      "code.repeated",
      "activityTypes[2].evidence",
      (d) => {
        const e = typeAt(d, "digital-advertising")["evidence"]!;
        e.push({ ...e[0]! });
      },
    ],
    [
      "an expense type nobody defined",
      "code.unknown",
      "activityTypes[2].eligibleExpenses",
      (d) => {
        (typeAt(d, "digital-advertising")["eligibleExpenses"] as unknown as string[]).push("yachts");
      },
    ],
    [
      "a cap on an expense the activity does not allow",
      "cap.expense-unknown",
      "activityTypes[23].caps[0].appliesToExpenses",
      (d) => {
        typeAt(d, "vendor-hosted-conference")["caps"]![0]!["appliesToExpenses"] = ["giveaways"];
      },
    ],
    [
      "a cap the program should have stated",
      "cap.unstated",
      "activityTypes[23].caps[3]",
      (d) => {
        d["programClass"] = "hosting";
      },
    ],
    [
      "a cap with more decimals than its currency has",
      "edition.form",
      "activityTypes[6].caps[0].amount",
      (d) => {
        typeAt(d, "vendor-syndicated-content")["caps"]![0]!["amount"] = "18750.001";
      },
    ],
  ])("finds %s", (_name, rule, field, change) => {
    const findings = validateEdition(changed(change));
    expect(findings.map((finding) => [finding.rule, finding.field])).toContainEqual([rule, field]);
  });

  it("warns, without blocking, when partners confirm nothing", () => {
    const [finding] = validateEdition(
      changed((d) => {
        d["acknowledgements"] = [];
      }),
    );
    expect(finding).toMatchObject({ rule: "acknowledgement.none", severity: "warns" });
  });

  it("answers anything at all with findings and never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(validateEdition(junk).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the activity catalogue of the example programs", () => {
  it("has the 25 types of the rulebook in three categories", () => {
    const count = (category: string) => coop.activityTypes.filter((type) => type.category === category).length;
    expect([count("demand-generation"), count("market-development"), count("partner-readiness")]).toEqual([9, 10, 6]);
  });

  it("asks for consent before broadcast advertising only", () => {
    expect(coop.activityTypes.filter((type) => type.requiresPreApproval).map((type) => type.code)).toEqual([
      "broadcast-advertising",
    ]);
  });

  it("says for every slot whether a link may fill it, and lets addresses be links", () => {
    const links = coop.activityTypes.flatMap((type) =>
      type.evidence.filter((slot) => slot.allowsLink).map((slot) => slot.code),
    );
    expect([...new Set(links)].sort()).toEqual(["final-broadcast-piece", "landing-page-url", "site-pages"]);
  });

  it("lets in-house cost be certified only where one of the type's expenses may be", () => {
    const certifiable = new Set(coop.expenseTypes.filter((type) => type.csrAllowed).map((type) => type.code));
    for (const type of coop.activityTypes) {
      expect(type.certificationAllowed, type.code).toBe(type.eligibleExpenses.some((code) => certifiable.has(code)));
    }
  });
});
