import { describe, expect, it } from "vitest";
import { conflictOf, unsavedAfter } from "./autosave.ts";

describe("two people edit the same draft", () => {
  const base = { name: "Autumn ads", executionDate: "2026-10-02", amount: "100.00" };

  it("goes together by itself when they changed different fields", () => {
    expect(conflictOf(base, { name: "Winter ads" }, { ...base, amount: "200.00" })).toBeUndefined();
  });

  it("goes together by itself when both typed the same", () => {
    expect(conflictOf(base, { name: "Winter ads" }, { ...base, name: "Winter ads" })).toBeUndefined();
  });

  it("is no conflict when a field was empty and nobody else has filled it", () => {
    expect(conflictOf<Record<string, string>>({}, { reach: "300" }, {})).toBeUndefined();
  });

  it("shows both texts when both changed the same field", () => {
    expect(conflictOf(base, { name: "Winter ads", amount: "300.00" }, { ...base, name: "Spring ads" })).toEqual({
      fields: [{ name: "name", mine: "Winter ads", theirs: "Spring ads" }],
    });
  });
});

describe("what is typed while a save is under way", () => {
  it("stays unsaved until the next save", () => {
    expect(unsavedAfter({ name: "Winter ads 2", amount: "5.00" }, { name: "Winter ads", amount: "5.00" })).toEqual({
      name: "Winter ads 2",
    });
  });
});
