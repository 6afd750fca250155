import { describe, expect, test } from "vitest";
import { coopEdition } from "../../test/builders/judged-claim.ts";
import { moneyOf } from "../money/index.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { previewEdition } from "./preview/preview-edition.ts";
import { validateEdition } from "./validate-edition.ts";

type Cap = EditionDocument["activityTypes"][number]["caps"][number];
type Type = EditionDocument["activityTypes"][number];

const COOP = coopEdition().document;
const [BASE] = COOP.activityTypes.filter(({ code }) => code === "digital-advertising");
const HEADS = { code: "heads", name: "Heads", unit: "people", required: true } as const;

/** The co-op program with one activity type, claims of 500 USD or more, and the caps of a test. */
function program(caps: Cap[], type: Partial<Type> = {}, more: Partial<EditionDocument> = {}): EditionDocument {
  if (!BASE) throw new Error("the shipped co-op program has digital advertising");
  return {
    ...COOP,
    claims: { minimum: [{ amount: "500.00", currency: "USD" }] },
    activityTypes: [{ ...BASE, ...type, caps }],
    ...more,
  };
}

const found = (document: EditionDocument) =>
  validateEdition(document)
    .filter(({ rule }) => rule.startsWith("cap."))
    .map(({ rule, field, severity }) => [rule, field, severity]);
const usd = (amount: string, more: object = {}) =>
  ({ kind: "absolute", amount, currency: "USD", per: "claim", ...more }) as Cap;
const AT = "activityTypes[0].caps[0]";

describe("a cap below the least amount of a claim", () => {
  test("refuses every claim where it blocks: the edition cannot be published, and it is said what to do", () => {
    const [said] = validateEdition(program([usd("400.00", { effect: "blocks" })]));
    expect(said).toMatchObject({
      rule: "cap.below-least",
      field: AT,
      severity: "blocks",
      found: "at most 400.00 USD",
      allowed: "500.00 USD or more",
    });
    expect(said?.remedy).toContain("none can ever be submitted. Raise the cap, or lower the least amount");
  });

  test("cuts every claim where it cuts: a warning", () => {
    expect(found(program([usd("400.00")]))).toEqual([["cap.below-least", AT, "warns"]]);
  });

  test("at the least amount itself it is right", () => {
    expect(found(program([usd("500.00", { effect: "blocks" })]))).toEqual([]);
  });

  test("what is said agrees with the rules: no amount can be submitted, and with a higher cap one can", () => {
    const submitted = (cap: string, amount: string) => {
      const document = program([usd(cap, { effect: "blocks" })], { requiresPreApproval: false });
      const text = JSON.stringify(document);
      const { rules } = previewEdition({ format: "json", text }, undefined);
      const [window, type] = [document.windows[0], rules?.activityTypes[0]];
      return previewEdition(
        { format: "json", text },
        {
          activityType: "digital-advertising",
          usagePeriod: window?.usagePeriod.code ?? "",
          executionDate: window?.claimWindow.from ?? "",
          today: window?.claimWindow.from ?? "",
          amount: moneyOf(amount, "USD"),
          expenseType: "media-placement",
          evidence: type?.evidence.map(({ code }) => code) ?? [],
          metrics: type?.metrics.map(({ code }) => code) ?? [],
          available: moneyOf("5000.00", "USD"),
        },
      ).example?.mayBeSubmitted;
    };
    expect(["100.00", "400.00", "499.99", "500.00", "2000.00"].map((amount) => submitted("400.00", amount))).toEqual(
      Array(5).fill(false),
    );
    expect(submitted("600.00", "500.00")).toBe(true);
  });

  test.each<[string, Cap, Partial<Type>]>([
    [
      "the smaller of several limits",
      {
        kind: "lesser-of",
        amount: null,
        currency: null,
        per: "claim",
        of: [
          { kind: "percent-of-earned", amount: "50", currency: null, per: "claim" },
          { kind: "absolute", amount: "400.00", currency: "USD", per: "claim" },
        ],
      },
      {},
    ],
    [
      "the greater of fixed amounts",
      {
        kind: "greater-of",
        amount: null,
        currency: null,
        per: "claim",
        of: [
          { kind: "absolute", amount: "300.00", currency: "USD", per: "claim" },
          { kind: "absolute", amount: "400.00", currency: "USD", per: "claim" },
        ],
      },
      {},
    ],
    [
      "an amount for each head, of whom only so many are plausible",
      { kind: "per-head", amount: "40.00", currency: "USD", per: "claim", metric: "heads" },
      { metrics: [{ ...HEADS, bounds: { most: "12", severity: "blocks" } }] },
    ],
    ["a cap over the year", { kind: "absolute", amount: "499.99", currency: "USD", per: "program-year" }, {}],
    [
      "a cap on each kind of cost that is reimbursed",
      { kind: "absolute", amount: "400.00", currency: "USD", per: "claim", appliesToExpenses: ["media-placement"] },
      { eligibleExpenses: ["media-placement"] },
    ],
  ])("is seen in %s", (_name, cap, type) => {
    expect(found(program([cap], type))).toEqual([["cap.below-least", AT, "warns"]]);
    expect(found(program([{ ...cap, effect: "blocks" }], type))).toEqual([["cap.below-least", AT, "blocks"]]);
  });

  test("is seen in an amount for each of at most so many persons, which is cut and never refused", () => {
    const each = { kind: "per-person", amount: "100.00", currency: "USD", per: "claim", effect: "blocks" } as const;
    const most = { kind: "max-persons", amount: "3", currency: null, per: "claim" } as const;
    expect(found(program([each, most]))).toEqual([["cap.below-least", AT, "warns"]]);
    expect(found(program([each]))).toEqual([]);
  });

  test("is seen where caps on single kinds of cost lie below it together", () => {
    const on = (expense: string, amount: string) => usd(amount, { appliesToExpenses: [expense] });
    const type = { eligibleExpenses: ["media-placement", "agency-fees"] };
    const expenseTypes = type.eligibleExpenses.map((code) => ({ code, name: code, csrAllowed: false }));
    const both = (second: string) =>
      found(
        program(
          [on("media-placement", "200.00"), on("agency-fees", second)],
          { ...type, certificationAllowed: false },
          { expenseTypes },
        ),
      );
    expect(both("250.00")).toContainEqual(["cap.below-least", AT, "warns"]);
    expect(both("300.00")).not.toContainEqual(["cap.below-least", AT, "warns"]);
  });

  test.each<[string, Cap, Partial<Type>]>([
    ["what was earned", { kind: "percent-of-earned", amount: "5", currency: null, per: "usage-period" }, {}],
    ["what accrued", { kind: "percent-of-accrued", amount: "5", currency: null, per: "usage-period" }, {}],
    ["an expression", { kind: "computed", amount: null, currency: null, per: "claim", limit: "claim.cost" }, {}],
    [
      "heads of any number",
      { kind: "per-head", amount: "1.00", currency: "USD", per: "claim", metric: "heads" },
      { metrics: [HEADS] },
    ],
    ["one kind of cost of several", usd("10.00", { appliesToExpenses: ["media-placement"] }), {}],
    ["another currency", { kind: "absolute", amount: "10.00", currency: "EUR", per: "claim" }, {}],
    [
      "the greater of an amount and what was earned",
      {
        kind: "greater-of",
        amount: null,
        currency: null,
        per: "claim",
        of: [
          { kind: "percent-of-earned", amount: "50", currency: null, per: "claim" },
          { kind: "absolute", amount: "10.00", currency: "USD", per: "claim" },
        ],
      },
      {},
    ],
    ["nothing", { kind: "unlimited", amount: null, currency: null, per: "claim" }, {}],
  ])("is not guessed where the cap counts %s", (_name, cap, type) => {
    expect(found(program([cap], type))).toEqual([]);
  });

  test("of the whole program is said once, for some partners only as a warning", () => {
    const types = [BASE, BASE].flatMap((type, i) => (type ? [{ ...type, code: `type-${i}`, caps: [] }] : []));
    const whole = (cap: Cap) => found(program([], {}, { activityTypes: types, programCaps: [cap] }));
    expect(whole(usd("400.00", { effect: "blocks" }))).toEqual([["cap.below-least", "programCaps[0]", "blocks"]]);
    const partners = { partnerTypes: [{ code: "reseller", name: "Reseller" }] };
    expect(found(program([usd("400.00", { effect: "blocks", partnerTypes: ["reseller"] })], {}, partners))).toEqual([
      ["cap.below-least", AT, "warns"],
    ]);
  });
});

describe("a cap below other amounts of the program", () => {
  const asked = { minimum: [{ amount: "1000.00", currency: "USD" }] };

  test("a request must be for more than can be paid", () => {
    const document = program([usd("600.00")], { requiresPreApproval: true }, { requests: asked });
    expect(found(document)).toEqual([["cap.below-least-request", AT, "warns"]]);
    expect(found(program([usd("600.00")], { requiresPreApproval: false }, { requests: asked }))).toEqual([]);
  });

  test("a year's cap on the whole program does not reach the least payout", () => {
    const cap: Cap = { kind: "absolute", amount: "150.00", currency: "USD", per: "program-year-per-program" };
    expect(found(program([], {}, { claims: {}, programCaps: [cap] }))).toEqual([
      ["cap.below-payout", "programCaps[0]", "warns"],
    ]);
  });

  test("a cap on one claim lies above the greatest amount of a claim", () => {
    const claims = { most: [{ amount: "2000.00", currency: "USD" }] };
    expect(found(program([usd("3000.00")], {}, { claims }))).toEqual([["cap.unreachable", AT, "warns"]]);
    expect(found(program([usd("3000.00", { per: "usage-period" })], {}, { claims }))).toEqual([]);
  });
});

describe("a cap in percent of the cost beside the vendor's share", () => {
  const percent = (amount: string, effect?: "blocks") =>
    ({ kind: "percent-of-cost", amount, currency: null, per: "claim", ...(effect ? { effect } : {}) }) as Cap;
  const half = { costShare: [{ share: { kind: "fixed", percent: "50" } }] } as Partial<EditionDocument>;
  const reasons = { reasonCodes: [...COOP.reasonCodes] };
  const withShare = (cap: Cap, more = half) => found(program([cap], {}, { ...more, ...reasons }));

  test("below the share it cuts every claim, or refuses every claim", () => {
    expect(withShare(percent("30"))).toEqual([["cap.below-share", AT, "warns"]]);
    expect(withShare(percent("30", "blocks"))).toEqual([["cap.below-share", AT, "blocks"]]);
    expect(found(program([percent("30", "blocks")]))).toEqual([["cap.below-share", AT, "blocks"]]);
  });

  test("above the share it never cuts, and at the share it is right", () => {
    expect(withShare(percent("60"))).toEqual([["cap.unreachable", AT, "warns"]]);
    expect(withShare(percent("50", "blocks"))).toEqual([]);
  });

  test("without a share it is the ordinary way to pay a part of the cost", () => {
    expect(found(program([percent("30")]))).toEqual([]);
  });

  test("a share that is agreed counts by its least and its greatest part", () => {
    const range = { costShare: [{ share: { kind: "range", from: "20", to: "40" } }] } as Partial<EditionDocument>;
    expect(["10", "20", "40", "41"].map((each) => withShare(percent(each), range)[0]?.[0])).toEqual([
      "cap.below-share",
      undefined,
      undefined,
      "cap.unreachable",
    ]);
  });
});
