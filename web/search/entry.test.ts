import { expect, test } from "vitest";
import { type Entry, groupsOf, pagesFor } from "./entry.ts";

const entry = (kind: Entry["kind"], title: string): Entry => ({ kind, title, subtitle: "", link: `/${title}` });

test("what was found stands by kind, the kind of the best hit first", () => {
  const found = [entry("fund", "Boston"), entry("claim", "Boston ads"), entry("fund", "Boston 2")];
  const groups = groupsOf(found, (kind) => kind);
  expect(groups.map(({ name, entries }) => [name, entries.map(({ title }) => title)])).toEqual([
    ["fund", ["Boston", "Boston 2"]],
    ["claim", ["Boston ads"]],
  ]);
});

test("a page is found by parts of its name, in any order and spelling of capitals", () => {
  const pages = [entry("page", "New claim"), entry("page", "Claims"), entry("page", "Calendar")];
  expect(pagesFor(pages, "claim NEW").map(({ title }) => title)).toEqual(["New claim"]);
  expect(pagesFor(pages, "cl").map(({ title }) => title)).toEqual(["New claim", "Claims"]);
});
