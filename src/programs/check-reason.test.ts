import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkReason, reasonsAbout } from "./check-reason.ts";
import { EditionShape } from "./edition-schema.ts";
import type { Edition } from "./program.ts";

const document = EditionShape.parse(JSON.parse(readFileSync("programs/coop.json", "utf8")));
const edition = { document } as Edition;
const codes = (subject: "claim" | "plan") => reasonsAbout(document, subject).map(({ code }) => code);

test("a plan is asked about and refused for reasons of plans, a claim for those of claims; a plain question fits both", () => {
  expect(codes("plan")).toContain("plan-budget-unclear");
  expect(codes("plan")).not.toContain("invoice-duplicate");
  expect(codes("claim")).toContain("invoice-duplicate");
  expect(codes("claim")).not.toContain("plan-duplicate");
  expect([codes("plan"), codes("claim")].map((list) => list.includes("question"))).toEqual([true, true]);
});

test("a reason of the other kind is refused, with those that fit", () => {
  expect(() => checkReason(edition, "plan", "plan-budget-unclear", "action")).not.toThrow();
  expect(() => checkReason(edition, "plan", "evidence-missing", "action")).toThrow(/plan-budget-unclear/);
  expect(() => checkReason(edition, "claim", "plan-duplicate", "reject")).toThrow(/evidence-missing/);
});
