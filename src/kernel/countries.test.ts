import { expect, test } from "vitest";
import { COUNTRIES, isCountry } from "./countries.ts";

test("there are the 249 countries of the standard, each once and in order", () => {
  expect(COUNTRIES).toHaveLength(249);
  expect([...new Set(COUNTRIES)].sort()).toEqual([...COUNTRIES]);
});

test.each(["DE", "GB", "JP"])("%s is a country", (code) => {
  expect(isCountry(code)).toBe(true);
});

test.each(["UK", "EU", "XX", "de", "", "DEU"])("%j is none", (code) => {
  expect(isCountry(code)).toBe(false);
});
