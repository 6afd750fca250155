import { expect, test } from "vitest";
import { searchTexts } from "./search-texts.ts";

const NAMES = ["overdue", "q", "sort"] as const;

test("an address keeps the texts that the page knows, and nothing else", () => {
  expect(searchTexts({ q: "banner", sort: "", colour: "red" }, NAMES)).toEqual({ q: "banner" });
});

test("what was typed by hand and read as a number or as yes and no is a text again", () => {
  expect(searchTexts({ overdue: true, q: 42 }, NAMES)).toEqual({ overdue: "true", q: "42" });
});

test("what is no text at all is left out", () => {
  expect(searchTexts({ q: ["a"], sort: { by: "x" }, overdue: null }, NAMES)).toEqual({});
});
