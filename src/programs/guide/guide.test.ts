import { describe, expect, test } from "vitest";
import { coopEdition, plansEdition } from "../../../test/builders/judged-claim.ts";
import type { EditionDocument } from "../edition-schema.ts";
import type { Edition } from "../program.ts";
import { deadlinesFrom } from "./about-dates.ts";
import { programGuide } from "./guide.ts";
import { GuideResource, type ProgramGuide } from "./guide-contract.ts";
import { PROOF_KINDS, proofExamples } from "./proof-kinds.ts";

const NOW = new Date("2026-11-27T12:00:00Z");

function stored(document: EditionDocument, version = 1): Edition {
  return {
    id: "00000000-0000-4000-8000-0000000000ff",
    programId: "00000000-0000-4000-8000-0000000000fe",
    programCode: document.program,
    programYear: document.programYear,
    version,
    status: "published",
    effectiveOn: document.startsOn,
    effectiveTo: document.endsOn,
    startsOn: document.startsOn,
    endsOn: document.endsOn,
    documentHash: "0".repeat(64),
    publishedAt: NOW,
    document,
  };
}

const FY26 = { ...stored(coopEdition("FY26").document, 3), id: "00000000-0000-4000-8000-000000000026" };
const FY27 = stored(coopEdition("FY27").document);

function guideOf(
  changes: Partial<EditionDocument> = {},
  asked: { on?: string; now?: Date; market?: string } = {},
  others: readonly Edition[] = [FY26],
): ProgramGuide {
  const edition = { ...FY27, document: { ...FY27.document, ...changes } };
  return programGuide(edition, [...others, edition], {
    on: asked.on ?? "2026-11-27",
    now: asked.now ?? NOW,
    market: asked.market ?? "XX",
  });
}

const statement = <S extends { code: string }>(list: readonly S[], code: S["code"]) =>
  list.find((entry) => entry.code === code);
const activity = (guide: ProgramGuide, code: string) => {
  const found = guide.activities.find((each) => each.code === code);
  if (!found) throw new Error(`no activity ${code}`);
  return found;
};

describe("a guide is what its edition says", () => {
  test("it has the form that the API promises, for both example programs", () => {
    const plans = stored(plansEdition().document);
    for (const edition of [FY27, plans]) {
      const guide = programGuide(edition, [edition], { on: "2026-11-27", now: NOW, market: "US" });
      expect(GuideResource.parse(guide)).toEqual(guide);
    }
  });

  test("the same edition on the same day gives the same guide", () => {
    expect(guideOf()).toEqual(guideOf());
  });

  test("a program with split and threshold names both; one without says that there is none", () => {
    const money = guideOf().aboutMoney;
    expect(statement(money, "split")).toEqual({ code: "split", rebatePct: "60", coopPct: "40" });
    expect(statement(money, "threshold")).toEqual({
      code: "threshold",
      amount: { amount: "1500.00", currency: "USD" },
      below: "rebate",
    });
    const bare = guideOf({ split: null, threshold: null }).aboutMoney;
    expect(bare.map(({ code }) => code)).toEqual(expect.arrayContaining(["no-split", "no-threshold"]));
    expect(bare.some(({ code }) => code === "split" || code === "threshold")).toBe(false);
  });

  test("T34: submitted on Friday, decided within 2 business days: due on Tuesday, on Wednesday where Monday is a holiday", () => {
    const submitted = (now: string, market: string) =>
      statement(guideOf({}, { now: new Date(now), market }).steps, "submitted");
    expect(submitted("2026-11-27T12:00:00Z", "XX")).toMatchObject({
      level: { kind: "business", days: 2 },
      counted: { from: "2026-11-27", dueOn: "2026-12-01", warning: expect.stringContaining("No market") },
    });
    expect(submitted("2027-05-28T12:00:00Z", "US")).toMatchObject({ counted: { dueOn: "2027-06-02" } });
  });

  test("days are those of the program's zone: at 03:00 UTC it is still the day before", () => {
    expect(guideOf({}, { now: new Date("2026-11-28T03:00:00Z") }).today).toBe("2026-11-27");
  });

  test("T33: originals of an activity of 29 February are kept until 28 February two years later", () => {
    const guide = guideOf({}, { now: new Date("2024-02-29T20:00:00Z") });
    expect(statement(guide.keeping, "retention")).toMatchObject({ months: 24, counted: { until: "2026-02-28" } });
  });

  test("a program without plans does not speak of them; one that needs them says how they are reviewed", () => {
    const without = guideOf({ planMode: "none" });
    expect(without.aboutPlans).toEqual([{ code: "plan-mode", planMode: "none" }]);
    expect(without.steps.some(({ code }) => code.startsWith("plan-"))).toBe(false);
    const needed = guideOf({ planMode: "required" });
    expect(statement(needed.aboutPlans, "plan-resubmission")).toMatchObject({ days: 90, until: "2027-09-28" });
    expect(needed.steps.filter(({ code }) => code.startsWith("plan-"))).toHaveLength(4);
    expect(statement(needed.aboutPlans, "plan-period")).toMatchObject({ planPeriodKind: "half-year" });
  });

  test("certification is explained only where some activity lets in-house cost be certified", () => {
    const { activityTypes } = FY27.document;
    expect(statement(guideOf().aboutClaims, "certification")).toBeDefined();
    const never = guideOf({ activityTypes: activityTypes.map((type) => ({ ...type, certificationAllowed: false })) });
    expect(never.aboutClaims.some(({ code }) => code.startsWith("certification"))).toBe(false);
  });

  test("what an edition leaves out is not spoken of, what it states is", () => {
    const bare = guideOf();
    expect(bare.vendorGuide).toBeNull();
    expect(statement(bare.aboutDates, "due-after-activity")).toBeUndefined();
    expect(activity(bare, "digital-advertising").shares).toEqual([]);
    const told = guideOf({
      guide: { title: "Program guide FY27", url: "https://vendor.example/guide" },
      costShare: [
        { share: { kind: "fixed", percent: "75" }, activityTypes: ["telemarketing"] },
        { share: { kind: "fixed", percent: "50" } },
      ],
      claims: {
        dueAfterActivity: { within: { count: 30, unit: "days" } },
        minimum: [{ amount: "100.00", currency: "USD" }],
        invoiceMustShow: [{ code: "issuer-name", name: "Name of the supplier" }],
      },
      funding: { belowThreshold: "kept", forfeiture: { after: "usage-end" }, rollOver: { by: "automatic" } },
      eligibility: [{ group: "membership", rule: "any-of", items: [{ code: "gold", name: "Gold" }] }],
      disputes: { times: 0, final: true },
    });
    expect(told.vendorGuide?.title).toBe("Program guide FY27");
    expect(activity(told, "digital-advertising").shares).toMatchObject([{ kind: "fixed", percents: ["50"] }]);
    expect(activity(told, "telemarketing").shares.map(({ percents }) => percents[0])).toEqual(["75", "50"]);
    expect(statement(told.aboutDates, "due-after-activity")).toMatchObject({ within: { count: 30 } });
    expect(statement(told.aboutMoney, "claim-size")).toMatchObject({ minimum: [{ amount: "100.00" }], most: [] });
    expect(statement(told.aboutMoney, "threshold")).toMatchObject({ below: "kept" });
    expect(statement(told.aboutMoney, "lapse")).toEqual({ code: "lapse", after: "usage-end", rollOver: "automatic" });
    expect(statement(told.aboutProgram, "eligibility")).toMatchObject({ rule: "any-of", least: null });
    expect(statement(told.aboutClaims, "invoice-shows")).toMatchObject({ items: [{ name: "Name of the supplier" }] });
    expect(statement(told.steps, "disputed")).toBeUndefined();
  });

  test("reasons of finance are for statements of funds, not for claims", () => {
    const codes = guideOf().reasons.map(({ code }) => code);
    expect(codes).toContain("evidence-missing");
    expect(codes).not.toContain("ops-correction");
  });
});

describe("dates of a guide", () => {
  test("9.6: they are those the edition stores, also where they differ from the rule", () => {
    const [first, second] = FY27.document.windows;
    if (!first || !second) throw new Error("the example has two windows");
    const moved = { ...first, claimWindow: { ...first.claimWindow, to: "2027-02-20" } };
    const guide = guideOf({ windows: [moved, second] });
    expect(guide.deadlines.find(({ code }) => code === "claiming-ends")).toMatchObject({
      on: "2027-02-20",
      inDays: 85,
    });
  });

  test("the nearest comes first, what is past is left out, and today counts", () => {
    const days = deadlinesFrom(FY27.document.windows, "2026-12-31");
    expect(days[0]).toMatchObject({ on: "2026-12-31", inDays: 0 });
    expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted((a, b) => a.localeCompare(b)));
    expect(days.some(({ on }) => on < "2026-12-31")).toBe(false);
  });

  test("each window names the edition that judges its claims and the one that judges what was earned", () => {
    const [first, second] = guideOf().windows;
    expect(first).toMatchObject({
      usagePeriod: { code: "FY27-H1" },
      judgedBy: { programYear: "FY27", version: 1 },
      earningJudgedBy: { programYear: "FY26", version: 3 },
    });
    expect(second).toMatchObject({ earningJudgedBy: { programYear: "FY27" } });
    expect(guideOf({}, {}, []).windows[0]?.earningJudgedBy).toBeNull();
  });

  test("a window of the year before stays in the guide while its proof may still be handed in", () => {
    const codes = (on: string) => guideOf({}, { on }).windows.map(({ usagePeriod }) => usagePeriod.code);
    expect(codes("2026-07-15")).toEqual(["FY26-H2", "FY27-H1", "FY27-H2"]);
    expect(codes("2026-11-27")).toEqual(["FY27-H1", "FY27-H2"]);
  });
});

describe("activities of a guide", () => {
  test("say which cost is paid, what proves the work, and up to what, in the caps of the program's class", () => {
    const guide = guideOf();
    expect(activity(guide, "customer-offers").caps).toMatchObject([{ kind: "percent-of-earned", percent: "25" }]);
    expect(activity(guideOf({ programClass: "device" }), "customer-offers").caps).toMatchObject([{ percent: "100" }]);
    expect(activity(guide, "device-seeding").caps[0]?.of).toHaveLength(2);
    expect(activity(guide, "broadcast-advertising").requiresPreApproval).toBe(true);
    const site = activity(guide, "partner-website-and-search");
    expect(site.proof.find(({ code }) => code === "seo-statement-of-work")?.condition).toMatchObject({
      kind: "line-of-expense-type",
    });
    expect(site.eligibleExpenses.find(({ code }) => code === "programming-development")?.certifiable).toBe(true);
    expect(site.eligibleExpenses.find(({ code }) => code === "seo-fee")?.certifiable).toBe(false);
  });

  test("a type that the program's class may not use is not in its guide", () => {
    const codes = guideOf({ programClass: "device-distributor" }).activities.map(({ code }) => code);
    expect(codes).not.toContain("employee-purchase-web-setup");
  });

  test("examples are those that the edition gives: of a kind of proof, in its own words, or none", () => {
    const [type] = coopEdition().document.activityTypes;
    const [slot] = type?.evidence ?? [];
    if (!type || !slot) throw new Error("the co-op edition asks for proof");
    const shown = (examples: typeof slot.examples) =>
      activity(guideOf({ activityTypes: [{ ...type, evidence: [{ ...slot, examples }] }] }), type.code).proof[0];
    expect(shown({ proofKind: "photo", good: ["The table with all guests"] })).toMatchObject({
      kind: "photo",
      good: ["taken-there", "people-and-brand-in-picture"],
      ownGood: ["The table with all guests"],
      ownBad: [],
    });
    expect(shown(undefined)).toMatchObject({ kind: null, good: [], bad: [], ownGood: [], ownBad: [] });
  });

  test("every slot of both example editions says of which kind it is, and each kind has examples of good and bad proof", () => {
    for (const { document } of [coopEdition(), plansEdition()]) {
      for (const { code, examples } of document.activityTypes.flatMap(({ evidence }) => evidence)) {
        expect(examples?.proofKind, code).toBeDefined();
      }
    }
    for (const kind of PROOF_KINDS) {
      const { good, bad } = proofExamples(kind);
      expect([good.length > 0, bad.length > 0], kind).toEqual([true, true]);
    }
  });
});
