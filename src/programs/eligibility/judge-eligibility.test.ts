import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Requirement, RequirementCheck, RequirementGroup, RequirementNode } from "../parts/enrollment-schema.ts";
import type { EligibilityFacts, KnownFact } from "./eligibility-facts.ts";
import { judgeEligibility, unmetOf } from "./judge-eligibility.ts";

const TODAY = "2026-11-23";
const DOCUMENT = {};
const NOTHING: EligibilityFacts = {
  country: "DE",
  market: "DE-BY",
  partnerType: null,
  partnerTier: null,
  standing: [],
  known: [],
};
const fact = (code: string, value: string | null = null, validTo: string | null = null): KnownFact => ({
  code,
  value,
  validFrom: "2026-01-01",
  validTo,
});
const asked = (check: RequirementCheck, code = "one"): Requirement => ({
  kind: "requirement",
  code,
  name: code,
  check,
});
const judge = (
  of: readonly RequirementNode[],
  facts: Partial<EligibilityFacts> = {},
  group: Partial<RequirementGroup> = {},
) => judgeEligibility(DOCUMENT, { rule: "all-of", ...group, of }, { ...NOTHING, ...facts }, TODAY);
const stateOf = (check: RequirementCheck, facts: Partial<EligibilityFacts> = {}) => judge([asked(check)], facts).state;

describe("each kind of requirement", () => {
  test("a country is in the list or not", () => {
    expect(stateOf({ kind: "country", in: ["AT", "DE"] })).toBe("met");
    expect(stateOf({ kind: "country", in: ["FR"] })).toBe("unmet");
  });

  test("type and tier are not to be told while nobody said them", () => {
    expect(stateOf({ kind: "partner-tier", in: ["gold"] })).toBe("unknown");
    expect(stateOf({ kind: "partner-tier", in: ["gold"] }, { partnerTier: "gold" })).toBe("met");
    expect(stateOf({ kind: "partner-type", in: ["reseller"] }, { partnerType: "agent" })).toBe("unmet");
  });

  test("standing must not hold", () => {
    expect(stateOf({ kind: "standing", without: ["overdue-bills"] })).toBe("met");
    expect(stateOf({ kind: "standing", without: ["overdue-bills"] }, { standing: ["overdue-bills"] })).toBe("unmet");
  });

  test("a competency is held until its last day, and as long as is asked", () => {
    const check = { kind: "held", fact: "cloud" } as const;
    expect(stateOf(check)).toBe("unmet");
    expect(stateOf(check, { known: [fact("cloud", null, TODAY)] })).toBe("met");
    expect(stateOf(check, { known: [fact("cloud", null, "2026-11-22")] })).toBe("unmet");
    const longer = { ...check, stillFor: 30 };
    expect(stateOf(longer, { known: [fact("cloud", null, "2026-12-22")] })).toBe("unmet");
    expect(stateOf(longer, { known: [fact("cloud", null, "2026-12-23")] })).toBe("met");
  });

  test("an agreement counts in the versions asked for", () => {
    const check = { kind: "agreement", fact: "agreement", versions: ["2026"] } as const;
    expect(stateOf({ ...check, versions: [...check.versions] }, { known: [fact("agreement", "2024")] })).toBe("unmet");
    expect(stateOf({ ...check, versions: [...check.versions] }, { known: [fact("agreement", "2026")] })).toBe("met");
    expect(stateOf({ kind: "agreement", fact: "agreement" }, { known: [fact("agreement", "2024")] })).toBe("met");
  });

  test("a figure is compared exactly, and unknown while there is none", () => {
    const check = { kind: "at-least", fact: "revenue", least: "25000" } as const;
    expect(stateOf(check)).toBe("unknown");
    expect(stateOf(check, { known: [fact("revenue", "24999.9999")] })).toBe("unmet");
    expect(stateOf(check, { known: [fact("revenue", "25000.0000")] })).toBe("met");
    expect(stateOf(check, { known: [fact("revenue", "100"), fact("revenue", "30000")] })).toBe("met");
  });

  test("an expression reads what is recorded; one that cannot answer is unknown", () => {
    const known = [fact("points", "120"), fact("class", "a")];
    const ask = (holds: string) => stateOf({ kind: "expression", holds }, { known });
    expect(ask('numbers["points"] >= 100 && location.country == "DE"')).toBe("met");
    expect(ask('facts["class"] == "b"')).toBe("unmet");
    expect(ask('numbers["nothing"] >= 100')).toBe("unknown");
    expect(ask("this is no expression")).toBe("unknown");
    expect(ask('standing.exists(s, s == "overdue")')).toBe("unmet");
  });

  test("in an expression the location's own fact counts before that of its organisation, while it holds", () => {
    const ask = (holds: string, own: string | null) =>
      stateOf({ kind: "expression", holds }, { known: [fact("points", "40", own), fact("points", "120")] });
    expect(ask('numbers["points"] == 40 && facts["points"] == "40"', null)).toBe("met");
    expect(ask('numbers["points"] == 120 && facts["points"] == "120"', "2026-11-22")).toBe("met");
  });

  test("says what is asked, what was found and what would change it", () => {
    const judged = judge([{ ...asked({ kind: "held", fact: "cloud" }), remedy: "Pass the test." }], {
      known: [fact("cloud", null, "2026-05-01")],
    });
    expect(unmetOf(judged)).toMatchObject([
      { asked: { text: "Held today." }, found: { text: "Held until 2026-05-01." }, remedy: { text: "Pass the test." } },
    ]);
  });
});

const MET = asked({ kind: "country", in: ["DE"] }, "met");
const UNMET = asked({ kind: "country", in: ["FR"] }, "unmet");
const UNKNOWN = asked({ kind: "partner-tier", in: ["gold"] }, "unknown");

describe("groups", () => {
  test.each([
    ["all-of", undefined, [MET, MET], "met"],
    ["all-of", undefined, [MET, UNMET], "unmet"],
    ["all-of", undefined, [MET, UNKNOWN], "unknown"],
    ["all-of", undefined, [UNMET, UNKNOWN], "unmet"],
    ["any-of", undefined, [UNMET, MET], "met"],
    ["any-of", undefined, [UNMET, UNMET], "unmet"],
    ["any-of", undefined, [UNMET, UNKNOWN], "unknown"],
    ["n-of", 2, [MET, UNMET, MET], "met"],
    ["n-of", 2, [MET, UNMET, UNMET], "unmet"],
    ["n-of", 2, [MET, UNKNOWN, UNMET], "unknown"],
    ["n-of", 3, [MET, MET], "unmet"],
    ["any-of", undefined, [], "met"],
  ] as const)("%s %s of %j is %s", (rule, least, of, state) => {
    expect(judge(of, {}, { rule, ...(least === undefined ? {} : { least }) }).state).toBe(state);
  });

  test("only what stands in the way is named: not what another one of its group makes up for", () => {
    const either = { kind: "group", rule: "any-of", of: [UNMET, MET] } as const;
    expect(unmetOf(judge([either, UNKNOWN])).map(({ code }) => code)).toEqual(["unknown"]);
  });
});

const anyCheck = fc.oneof(
  fc.record({ kind: fc.constant("country" as const), in: fc.array(fc.constantFrom("DE", "FR"), { minLength: 1 }) }),
  fc.record({
    kind: fc.constant("held" as const),
    fact: fc.constantFrom("a", "b"),
    stillFor: fc.integer({ min: 1, max: 1100 }),
  }),
  fc.record({ kind: fc.constant("at-least" as const), fact: fc.constantFrom("a", "b"), least: fc.nat().map(String) }),
  fc.record({ kind: fc.constant("partner-tier" as const), in: fc.array(fc.string(), { minLength: 1 }) }),
  fc.record({ kind: fc.constant("expression" as const), holds: fc.string() }),
);
const anyGroup: fc.Arbitrary<RequirementGroup> = fc.letrec<{ node: RequirementNode; group: RequirementGroup }>(
  (tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      anyCheck.map((check) => asked(check)),
      tie("group").map((group) => ({ ...group, kind: "group" as const })),
    ),
    group: fc.record({
      rule: fc.constantFrom("all-of" as const, "any-of" as const, "n-of" as const),
      least: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      of: fc.array(tie("node"), { maxLength: 4 }),
    }),
  }),
).group;
const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  country: fc.constantFrom("DE", "FR", ""),
  market: fc.string(),
  partnerType: fc.option(fc.string()),
  partnerTier: fc.option(fc.string()),
  standing: fc.array(fc.string(), { maxLength: 3 }),
  known: fc.array(
    fc.record({
      code: fc.constantFrom("a", "b"),
      value: fc.option(fc.oneof(fc.nat().map(String), fc.string())),
      validFrom: fc.constantFrom("2026-01-01", "2027-01-01"),
      validTo: fc.option(fc.constantFrom("2026-06-01", "2027-06-01")),
    }),
    { maxLength: 4 },
  ),
});

describe("whatever is asked and known", () => {
  test("it is judged, never an error", () => {
    fc.assert(
      fc.property(anyGroup, anyFacts, (group, facts) => {
        expect(["met", "unmet", "unknown"]).toContain(judgeEligibility(DOCUMENT, group, facts, TODAY).state);
      }),
    );
  });

  test("one more met requirement never makes a group less met", () => {
    const rank = { unmet: 0, unknown: 1, met: 2 };
    const leaves = fc.array(fc.constantFrom(MET, UNMET, UNKNOWN), { minLength: 1, maxLength: 6 });
    const rules = fc.constantFrom("all-of" as const, "any-of" as const, "n-of" as const);
    fc.assert(
      fc.property(leaves, fc.nat(), rules, fc.integer({ min: 1, max: 7 }), (of, at, rule, least) => {
        const better = of.map((each, i) => (i === at % of.length ? MET : each));
        const group = rule === "n-of" ? { rule, least } : { rule };
        expect(rank[judge(better, {}, group).state]).toBeGreaterThanOrEqual(rank[judge(of, {}, group).state]);
      }),
    );
  });
});
