import { expect, test } from "vitest";
import { FLOWS, type TemplateName } from "../ledger/index.ts";
import { isClaimable } from "./fund.ts";
import { wordsFor } from "./statement-words.ts";

const claimWindow = { from: "2024-02-16", to: "2024-08-15" };
const zone = "America/Los_Angeles";

test.each([
  ["2024-02-15", false],
  ["2024-02-16", true],
  ["2024-08-15", true],
  ["2024-08-16", false],
])("T02: fund FY24-H1 on %s can be claimed: %s", (day, expected) => {
  expect(isClaimable({ claimWindow, qualified: null }, zone, new Date(`${day}T20:00:00Z`))).toBe(expected);
});

test("a fund that reached its threshold can be claimed, one that missed it cannot", () => {
  const day = new Date("2024-03-01T20:00:00Z");
  expect(isClaimable({ claimWindow, qualified: true }, zone, day)).toBe(true);
  expect(isClaimable({ claimWindow, qualified: false }, zone, day)).toBe(false);
});

test("every way that money can take has words of its own on a statement", () => {
  const words = Object.entries(FLOWS).flatMap(([template, flows]) =>
    flows.map(([from, to]) => wordsFor({ template: template as TemplateName, from, to })),
  );
  expect(new Set(words).size).toBe(words.length);
});
