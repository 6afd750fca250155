import { expect, test } from "vitest";
import { namesOfStatements } from "./kept-plans.ts";

test("A statement gets its name when it comes a second time, and keeps it", () => {
  const nameOf = namesOfStatements(2);
  expect(nameOf("select 1")).toBeUndefined();
  const name = nameOf("select 1");
  expect(name).toMatch(/^kept_[0-9a-f]{40}$/);
  expect(nameOf("select 1")).toBe(name);
});

test("Two statements never share a name, and a name fits what PostgreSQL compares", () => {
  const nameOf = namesOfStatements(10);
  const [first, second] = [`select '${"x".repeat(100)}a'`, `select '${"x".repeat(100)}b'`].map((text) => {
    nameOf(text);
    return nameOf(text);
  });
  expect(first).not.toBe(second);
  expect(first?.length).toBeLessThan(64);
});

test("No more statements are named than the bound says, and those that have a name keep it", () => {
  const nameOf = namesOfStatements(2);
  const twice = (text: string): string | undefined => [nameOf(text), nameOf(text)][1];
  const names = ["a", "b", "c"].map(twice);
  expect(names.map((name) => name !== undefined)).toEqual([true, true, false]);
  expect(nameOf("a")).toBe(names[0]);
});
