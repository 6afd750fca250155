import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyOf } from "../../money/index.ts";
import type { Example } from "./preview-contract.ts";
import { previewEdition } from "./preview-edition.ts";

const shipped = (file: string): string => readFileSync(new URL(`../../../programs/${file}`, import.meta.url), "utf8");
const COOP = shipped("coop.json");
const usd = (amount: string) => moneyOf(amount, "USD");

/** A complete claim of digital advertising in the first half of the year of the document. */
function example(changes: Partial<Example> = {}): Example {
  const { rules } = previewEdition({ format: "json", text: COOP }, undefined);
  const window = rules?.windows[0];
  const type = rules?.activityTypes.find(({ code }) => code === "digital-advertising");
  if (!window || !type) throw new Error("the shipped edition has windows and digital advertising");
  return {
    activityType: type.code,
    usagePeriod: window.usagePeriod.code,
    executionDate: window.claimWindow.from,
    today: window.claimWindow.from,
    amount: usd("1000.00"),
    expenseType: "media-placement",
    evidence: type.evidence.map(({ code }) => code),
    metrics: type.metrics.map(({ code }) => code),
    available: usd("5000.00"),
    ...changes,
  };
}

describe("an example is judged by the text as it is written now", () => {
  test("a complete claim may be submitted, and all of it is eligible", () => {
    const { example: judged } = previewEdition({ format: "json", text: COOP }, example());
    expect(judged?.findings.filter(({ severity }) => severity === "blocks")).toEqual([]);
    expect(judged).toMatchObject({ mayBeSubmitted: true, eligible: { amount: "1000.00", currency: "USD" } });
  });

  test("without its proof it may not, and the finding names the slot", () => {
    const { example: judged } = previewEdition({ format: "json", text: COOP }, example({ evidence: [] }));
    expect(judged?.mayBeSubmitted).toBe(false);
    expect(judged?.findings.map(({ rule }) => rule)).toContain("evidence.missing");
  });

  test("a cap that is written into the text cuts the example at once", () => {
    const document = JSON.parse(COOP) as { activityTypes: { code: string; caps: unknown[] }[] };
    for (const type of document.activityTypes) {
      if (type.code === "digital-advertising")
        type.caps = [{ kind: "absolute", amount: "400.00", currency: "USD", per: "usage-period" }];
    }
    const { findings, example: judged } = previewEdition({ format: "json", text: JSON.stringify(document) }, example());
    expect(findings.filter(({ severity }) => severity === "blocks")).toEqual([]);
    expect(judged?.eligible).toEqual({ amount: "400.00", currency: "USD" });
  });

  test("what is taken away stands in the order of the rules, and leads from the cost to what is paid", () => {
    const document = JSON.parse(COOP) as { costShare: unknown; activityTypes: { code: string; caps: unknown[] }[] };
    document.costShare = [{ share: { kind: "fixed", percent: "50" } }];
    for (const type of document.activityTypes) {
      if (type.code === "digital-advertising")
        type.caps = [{ kind: "absolute", amount: "300.00", currency: "USD", per: "claim" }];
    }
    const { example: judged } = previewEdition(
      { format: "json", text: JSON.stringify(document) },
      example({ amount: usd("450.00"), invoiced: usd("1000.00") }),
    );
    expect(judged).toMatchObject({
      cost: { amount: "1000.00" },
      claimable: { amount: "500.00" },
      claimed: { amount: "450.00" },
      eligible: { amount: "300.00" },
    });
    const cuts = judged?.findings.flatMap(({ rule, effect }) => (effect ? [[rule, effect.amount]] : []));
    expect(cuts).toEqual([
      ["share.vendor-part", "-500.00"],
      ["cap.absolute", "-200.00"],
    ]);
  });

  test.each(["coop.json", "plans.json", "mdf.yaml", "wallet.yaml", "events.yaml"])(
    "every activity of %s can be tried without an exception",
    (file) => {
      const source = { format: file.endsWith("yaml") ? ("yaml" as const) : ("json" as const), text: shipped(file) };
      const { rules, valid } = previewEdition(source, undefined);
      expect(valid).toBe(true);
      const window = rules?.windows[0];
      const currency = rules?.currencies[0] ?? "USD";
      for (const type of rules?.activityTypes ?? []) {
        const tried = previewEdition(source, {
          ...example(),
          activityType: type.code,
          usagePeriod: window?.usagePeriod.code ?? "",
          executionDate: window?.usagePeriod.from ?? "2026-07-01",
          today: window?.claimWindow.from ?? "2026-07-01",
          amount: moneyOf("100", currency),
          available: moneyOf("5000", currency),
          expenseType: type.expenseTypes[0]?.code ?? "",
        });
        expect(tried.example, type.code).not.toBeNull();
        // Everything is there to begin with: what a partner would have to add is no matter of the rules' money.
        const missing = tried.example?.findings.filter(
          ({ rule }) => /^(field|share|pre-approval)\./.test(rule) && rule !== "share.vendor-part",
        );
        expect(missing, type.code).toEqual([]);
      }
    },
  );
});

describe("what is wrong with a text is said with its line", () => {
  test("a text that is neither JSON nor YAML", () => {
    const { findings, rules, valid } = previewEdition({ format: "yaml", text: "program: coop\n  year: [" }, example());
    expect(valid).toBe(false);
    expect(rules).toBeNull();
    expect(findings).toMatchObject([{ code: "unreadable-document", line: expect.any(Number), severity: "blocks" }]);
  });

  test("a field that there is none of, in a text with comments", () => {
    const text = shipped("mdf.yaml").replace(/^timeZone:/m, "# where the days end\ntimeZoen: UTC\ntimeZone:");
    const line = text.split("\n").findIndex((each) => each.startsWith("timeZoen")) + 1;
    const { findings } = previewEdition({ format: "yaml", text }, undefined);
    expect(findings).toContainEqual(expect.objectContaining({ path: "timeZoen", line }));
  });

  test("any text has an answer", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom("json" as const, "yaml" as const),
        (text, format) => {
          expect(previewEdition({ format, text }, example()).valid).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
