import { describe, expect, test } from "vitest";
import { coopEdition } from "../../test/builders/judged-claim.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { validateEdition } from "./validate-edition.ts";

type Type = EditionDocument["activityTypes"][number];
type Slot = Type["evidence"][number];
type Metric = Type["metrics"][number];

const COOP = coopEdition().document;
const [BASE] = COOP.activityTypes.filter(({ code }) => code === "digital-advertising");

function program(more: Partial<EditionDocument>, type: Partial<Type> = {}): EditionDocument {
  if (!BASE) throw new Error("the shipped co-op program has digital advertising");
  return { ...COOP, activityTypes: [{ ...BASE, ...type }], ...more };
}

const found = (document: EditionDocument) =>
  validateEdition(document).map(({ rule, field, severity }) => [rule, field, severity]);
const usd = (amount: string) => [{ amount, currency: "USD" }];
const slot = (code: string, more: Partial<Slot> = {}): Slot => ({
  code,
  description: `Proof ${code}`,
  required: true,
  alternatives: [],
  allowsLink: false,
  ...more,
});
const sees = (evidence: Slot[], more: Partial<EditionDocument> = {}, type: Partial<Type> = {}) =>
  found(program(more, { ...type, evidence }));

describe("what a document makes impossible is found before it is published", () => {
  test("a least amount of a claim above the greatest", () => {
    expect(found(program({ claims: { minimum: usd("500.00"), most: usd("400.00") } }))).toEqual([
      ["claims.range", "claims.minimum[0]", "blocks"],
    ]);
    expect(found(program({ claims: { minimum: usd("400.00"), most: usd("400.00") } }))).toEqual([]);
  });

  test("a claim window that closes before the usage period begins", () => {
    const [first] = COOP.windows;
    if (!first) throw new Error("the shipped co-op program has windows");
    const claimWindow = { ...first.claimWindow, from: "2026-05-01", to: "2026-06-15" };
    expect(found(program({ windows: [{ ...first, claimWindow }, ...COOP.windows.slice(1)] }))).toContainEqual([
      "window.claim-early",
      "windows[0].claimWindow",
      "blocks",
    ]);
  });

  test("every activity type excluded for the class of the program", () => {
    expect(found(program({}, { excludedProgramClasses: [COOP.programClass] }))).toEqual([
      ["activity.none-left", "activityTypes", "blocks"],
    ]);
  });

  test("an example of a claim's name that the form refuses", () => {
    const name = (example: string) => found(program({ claims: { name: { pattern: "##-*", example } } }));
    expect(name("Roadshow")).toEqual([["claims.name-example", "claims.name.example", "blocks"]]);
    expect(name("27-Roadshow")).toEqual([]);
  });

  test("a choice between nothing: in the way where it must be answered, else a warning", () => {
    const field = (required: boolean) =>
      found(program({ claims: { fields: [{ code: "kind", name: "Kind", kind: "choice", required }] } }));
    expect(field(true)).toEqual([["field.no-choices", "claims.fields[0].choices", "blocks"]]);
    expect(field(false)).toEqual([["field.no-choices", "claims.fields[0].choices", "warns"]]);
  });

  test("an approval that ends before the work it is for may begin", () => {
    const requests = (days: number) => ({
      requests: {
        validFor: { count: days, unit: "days" },
        leadTime: { least: { count: 1, unit: "months" }, late: "refused" },
      },
    });
    expect(found(program(requests(20) as Partial<EditionDocument>))).toEqual([
      ["request.ends-before-work", "requests.validFor", "warns"],
    ]);
    expect(found(program(requests(60) as Partial<EditionDocument>))).toEqual([]);
  });

  test("more proof than a claim may have files", () => {
    const files = { claims: { files: { most: 1 } } };
    expect(sees([slot("photo"), slot("report")], files)).toEqual([
      ["evidence.no-room", "activityTypes[0].evidence", "blocks"],
    ]);
    // One document fills both, one may be a link, or one is not asked for.
    expect(sees([slot("photo"), slot("report", { allowsLink: true })], files)).toEqual([]);
    expect(sees([slot("photo"), slot("report", { required: false })], files)).toEqual([]);
    expect(sees([slot("photo"), slot("report", { alternatives: ["photo"] })], files)).not.toContainEqual([
      "evidence.no-room",
      "activityTypes[0].evidence",
      "blocks",
    ]);
  });
});

describe("the time to claim after an activity against the claim window", () => {
  const within = (count: number, more: object = {}) =>
    ({ dueAfterActivity: { within: { count, unit: "days" }, ...more } }) as NonNullable<EditionDocument["claims"]>;
  // Work from 1 July to 31 December 2026, claimed from 16 August on.
  const late = COOP.windows.map((window) => ({
    ...window,
    claimWindow: { ...window.claimWindow, from: window.claimWindow.to },
  }));

  test("over for all work of a period before claiming opens", () => {
    const [first, second] = found(program({ claims: within(14), windows: late }));
    expect([first, second]).toEqual([
      ["claim-deadline.before-window", "claims.dueAfterActivity", "blocks"],
      ["claim-deadline.before-window", "claims.dueAfterActivity", "blocks"],
    ]);
  });

  test("over for the first work of a period only is a warning, and none where it reaches", () => {
    expect(new Set(found(program({ claims: within(14) })).map((each) => each[2]))).toEqual(new Set(["warns"]));
    expect(found(program({ claims: within(60) }))).toEqual([]);
    expect(found(program({ claims: within(14, { firstClaimWithin: { count: 60, unit: "days" } }) }))).toEqual([]);
  });

  test("is no matter where proof follows the payment, and a warning where more time can be given", () => {
    const more = { claims: within(14), windows: late };
    expect(found(program({ ...more, poeTiming: "after-payment", planMode: "required" }))).not.toContainEqual(
      expect.arrayContaining(["claim-deadline.before-window"]),
    );
    const lifted = found(
      program({ ...more, claims: within(14, { exception: "photo" }) }, { evidence: [slot("photo")] }),
    );
    expect(new Set(lifted.map((each) => each[2]))).toEqual(new Set(["warns"]));
  });
});

describe("proof that is asked for on a condition", () => {
  const when = (requiredWhen: NonNullable<Slot["requiredWhen"]>, more: Partial<EditionDocument> = {}, type = {}) =>
    sees([slot("photo", { required: false, requiredWhen })], more, type).map(([rule, field]) => [rule, field]);
  const NEVER = [["evidence.never-asked", "activityTypes[0].evidence[0].requiredWhen"]];
  const yesNo = { code: "abroad", name: "Abroad", kind: "yes-no", required: true } as const;

  test("which cannot come true is said", () => {
    expect(
      when(
        { kind: "line-of-expense-type", expenseTypes: ["travel"] },
        { expenseTypes: [...COOP.expenseTypes, { code: "travel", name: "Travel", csrAllowed: false }] },
      ),
    ).toEqual(NEVER);
    expect(when({ kind: "in-house-cost" }, {}, { certificationAllowed: false })).toEqual(NEVER);
    expect(
      when(
        { kind: "amount-above", above: { amount: "5000.00", currency: "USD" } },
        { claims: { most: usd("5000.00") } },
      ),
    ).toEqual(NEVER);
    expect(when({ kind: "field-is", field: "abroad", anyOf: ["true"] }, { claims: { fields: [yesNo] } })).toEqual(
      NEVER,
    );
    expect(
      when(
        { kind: "field-is", field: "abroad", anyOf: ["yes"] },
        { claims: { fields: [{ ...yesNo, askedOn: "request" }] } },
      ),
    ).toEqual(NEVER);
  });

  test("which can come true is right", () => {
    expect(when({ kind: "line-of-expense-type", expenseTypes: ["media-placement"] })).toEqual([]);
    expect(when({ kind: "in-house-cost" }, {}, { certificationAllowed: true })).toEqual([]);
    expect(when({ kind: "field-is", field: "abroad", anyOf: ["yes"] }, { claims: { fields: [yesNo] } })).toEqual([]);
  });

  test("beside what is always required changes nothing", () => {
    expect(
      sees([slot("photo", { requiredWhen: { kind: "in-house-cost" } })], {}, { certificationAllowed: true }),
    ).toEqual([["evidence.always-asked", "activityTypes[0].evidence[0].requiredWhen", "warns"]]);
  });
});

describe("numbers of the claim", () => {
  const metric = (code: string, bounds: Metric["bounds"], more: Partial<Metric> = {}): Metric => ({
    code,
    name: `Number of ${code}`,
    unit: "number",
    required: true,
    bounds,
    ...more,
  });
  const metrics = (list: Metric[], more: Partial<EditionDocument> = {}) => found(program(more, { metrics: list }));

  test("a number that must be above what it may not exceed", () => {
    const list = (severity: "blocks" | "warns") => [
      metric("leads", { least: "50", notAbove: "guests", severity: "blocks" }),
      metric("guests", { most: "40", severity }),
    ];
    expect(metrics(list("blocks"))).toEqual([["metric.bounds", "activityTypes[0].metrics[0].bounds", "blocks"]]);
    expect(metrics(list("warns"))).toEqual([]);
  });

  test("so much for each of so many stays below the least amount of a claim", () => {
    const guests = metric("guests", {
      most: "10",
      costPerUnit: { amount: "40.00", currency: "USD" },
      severity: "blocks",
    });
    expect(metrics([guests], { claims: { minimum: usd("500.00") } })).toEqual([
      ["metric.below-least", "activityTypes[0].metrics[0].bounds", "blocks"],
    ]);
    expect(metrics([guests], { claims: { minimum: usd("400.00") } })).toEqual([]);
  });

  test("a cap that is counted from what the claim does not ask for", () => {
    const caps = [
      { kind: "per-head", amount: "40.00", currency: "USD", metric: "guests", per: "claim" },
    ] as Type["caps"];
    const asked = (askedOn: "request" | "both") =>
      found(program({}, { caps, metrics: [metric("guests", undefined, { askedOn })] }));
    expect(asked("request")).toEqual([["cap.base-not-asked", "activityTypes[0].caps[0].metric", "blocks"]]);
    expect(asked("both")).toEqual([]);
    const stated = [
      { kind: "stated-value", amount: null, currency: null, field: "value", per: "claim" },
    ] as Type["caps"];
    const fields = [{ code: "value", name: "Value", kind: "amount", required: true, askedOn: "request" }] as const;
    expect(found(program({ claims: { fields: [...fields] } }, { caps: stated }))).toEqual([
      ["cap.base-not-asked", "activityTypes[0].caps[0].field", "blocks"],
    ]);
  });
});
