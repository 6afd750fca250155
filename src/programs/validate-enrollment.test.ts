import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { EditionDocument } from "./edition-schema.ts";
import { validateEdition } from "./validate-edition.ts";

const COOP = JSON.parse(readFileSync(new URL("../../programs/coop.json", import.meta.url), "utf8")) as EditionDocument;
type Requirements = NonNullable<NonNullable<EditionDocument["enrollment"]>["requirements"]>;
const country = (code: string): Extract<Requirements["of"][number], { kind: "requirement" }> => ({
  kind: "requirement",
  code,
  name: code,
  check: { kind: "country", in: ["DE"] },
});
const faults = (requirements: Requirements, more: Partial<EditionDocument> = {}) =>
  validateEdition({ ...COOP, ...more, enrollment: { requirements } })
    .filter(({ field }) => field?.startsWith("enrollment"))
    .map(({ rule, field }) => [rule, field]);

test("requirements that can be met are no fault", () => {
  expect(faults({ rule: "n-of", least: 2, of: [country("a"), country("b")] })).toEqual([]);
});

test("n-of more than there are, without a number, and a number without n-of", () => {
  expect(faults({ rule: "n-of", least: 3, of: [country("a"), country("b")] })).toEqual([
    ["requirements.too-many", "enrollment.requirements.least"],
  ]);
  expect(faults({ rule: "n-of", of: [country("a")] })).toEqual([
    ["requirements.least", "enrollment.requirements.least"],
  ]);
  expect(faults({ rule: "any-of", least: 1, of: [country("a")] })).toEqual([
    ["requirements.least", "enrollment.requirements.least"],
  ]);
});

test("an empty group, also inside another one", () => {
  expect(faults({ rule: "all-of", of: [country("a"), { kind: "group", rule: "any-of", of: [] }] })).toEqual([
    ["requirements.empty", "enrollment.requirements.of[1].of"],
  ]);
});

test("a code that stands twice, wherever it stands", () => {
  const inner: Requirements["of"][number] = { kind: "group", rule: "any-of", of: [country("a")] };
  expect(faults({ rule: "all-of", of: [country("a"), inner] })).toEqual([
    ["code.repeated", "enrollment.requirements.of[1].of[0].code"],
  ]);
});

test("codes of types, tiers and standing that the edition does not name", () => {
  const of = (check: object) => [{ kind: "requirement", code: "x", name: "x", check }] as unknown as Requirements["of"];
  expect(faults({ rule: "all-of", of: of({ kind: "partner-type", in: ["reseller"] }) })).toEqual([
    ["code.unknown", "enrollment.requirements.of[0].check.in"],
  ]);
  expect(faults({ rule: "all-of", of: of({ kind: "standing", without: ["overdue"] }) })).toEqual([
    ["code.unknown", "enrollment.requirements.of[0].check.without"],
  ]);
  const tiers = { partnerTiers: [{ code: "gold", name: "Gold" }] };
  expect(faults({ rule: "all-of", of: of({ kind: "partner-tier", in: ["silver"] }) }, tiers)).toEqual([
    ["code.unknown", "enrollment.requirements.of[0].check.in"],
  ]);
});

test("an expression is read when the document is checked", () => {
  const of = (holds: string) =>
    [
      { kind: "requirement", code: "x", name: "x", check: { kind: "expression", holds } },
    ] as unknown as Requirements["of"];
  expect(faults({ rule: "all-of", of: of('numbers["points"] >= 10') })).toEqual([]);
  expect(faults({ rule: "all-of", of: of("claim.amount > 3") })).toEqual([
    ["expression.wrong", "enrollment.requirements.of[0].check.holds"],
  ]);
});
