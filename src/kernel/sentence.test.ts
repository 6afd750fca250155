import { expect, test } from "vitest";
import { sentence } from "./sentence.ts";

test("a sentence is said in English, with days and amounts in their places", () => {
  const said = sentence("Claim at most {amount} until {day}.", {
    amount: { amount: "12.50", currency: "EUR" },
    day: "2026-06-30",
  });
  expect(said.text).toBe("Claim at most 12.50 EUR until 2026-06-30.");
});

test("a sentence keeps its message and values, so that another language can be made of them", () => {
  const values = { day: "2026-06-30" };
  expect(sentence("Submit from {day} on.", values).words).toEqual({ message: "Submit from {day} on.", values });
  expect(sentence("Submit it.").words).toEqual({ message: "Submit it." });
});

test("a place without a value is a mistake of the program", () => {
  expect(() => sentence("Until {day}.", {})).toThrow('"Until {day}." has no value for {day}');
});
