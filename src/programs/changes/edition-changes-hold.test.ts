import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Canonical, canonicalJson } from "../../kernel/index.ts";
import type { EditionDocument } from "../edition-schema.ts";
import { type EditionChange, editionChanges } from "./edition-changes.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const read = (file: string): EditionDocument =>
  JSON.parse(readFileSync(new URL(`../../../programs/${file}`, import.meta.url), "utf8")) as EditionDocument;
const asJson = (document: EditionDocument): Json => structuredClone(document) as unknown as Json;
const textOf = (value: unknown): string => canonicalJson(value as Canonical);

/** Every place of a document, as the keys that lead there. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [path, ...keys.flatMap((key) => places(inside(value, key), [...path, key]))];
}

function inside(value: Json, key: string | number): Json {
  return (value as Record<string | number, Json>)[key] ?? null;
}

function parentOf(document: Json, path: readonly (string | number)[]): Record<string | number, Json> {
  const parent = path.slice(0, -1).reduce<Json>((at, key) => inside(at, key), document);
  return parent as Record<string | number, Json>;
}

interface Mutation {
  readonly kind: "replace" | "remove" | "repeat" | "turn" | "insert";
  readonly at: number;
  readonly with: Json;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("replace", "replace", "remove", "repeat", "turn", "insert"),
  at: fc.nat(),
  with: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    fc.constantFrom<Json>("2027-01-01", "usage-period", "12", true, null),
  ),
});

/** Changes a document somewhere, in a way that nobody has thought of. */
function mutate(document: Json, { kind, at, with: value }: Mutation): Json {
  const all = places(document).filter((path) => path.length > 0);
  const path = all[at % Math.max(1, all.length)];
  if (!path) return document;
  const parent = parentOf(document, path);
  const key = path.at(-1) ?? "";
  const list = parent as unknown as Json[];
  if (kind === "remove" && Array.isArray(list)) list.splice(Number(key), 1);
  else if (kind === "remove") delete parent[key];
  else if (kind === "repeat" && Array.isArray(list)) list.push(structuredClone(list[Number(key)] ?? null));
  else if (kind === "turn" && Array.isArray(list)) list.reverse();
  else if (kind === "insert" && Array.isArray(list)) list.splice(Number(key), 0, value);
  else if (kind === "insert") parent[`x${at % 7}`] = value;
  else parent[key] = value;
  return document;
}

/** A path as lines write it. */
const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
const isWithin = (path: string, outer: string): boolean =>
  outer === "" || path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** The document without what the lines are about; what is left must be the same on both sides. */
function rest(value: Json, covered: ReadonlySet<string>, at: string): Json | undefined {
  if (covered.has(at)) return undefined;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const left = rest(item, covered, `${at}[${index}]`);
      return left === undefined ? [] : [left];
    });
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const left = rest(item, covered, at === "" ? key : `${at}.${key}`);
    return left === undefined ? [] : [[key, left] as const];
  });
  return Object.fromEntries(entries);
}

const sides = (changes: readonly EditionChange[]) => ({
  before: new Set(changes.flatMap(({ at }) => (at.before === null ? [] : [at.before]))),
  after: new Set(changes.flatMap(({ at }) => (at.after === null ? [] : [at.after]))),
});

/** A part of an example that has some of everything: properties are tried on many of them. */
const some = (document: EditionDocument): EditionDocument => ({
  ...document,
  activityTypes: document.activityTypes.filter(({ caps }, index) => index < 3 || caps.length > 0).slice(0, 7),
  reasonCodes: document.reasonCodes.slice(0, 4),
  expenseTypes: document.expenseTypes.slice(0, 8),
});
const document = fc.constantFrom(some(read("coop.json")), some(read("plans.json")));

describe("what holds for any two documents", () => {
  test("a document says nothing new against itself", () => {
    fc.assert(
      fc.property(document, fc.array(mutation, { maxLength: 4 }), (start, mutations) => {
        const changed = mutations.reduce(mutate, asJson(start));
        expect(editionChanges(changed, structuredClone(changed))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("every leaf that was given another value is covered by a line", () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.tuple(fc.nat(), fc.string()), { minLength: 1, maxLength: 5 }),
        (start, picks) => {
          const after = asJson(start);
          const leaves = places(after).filter((path) => {
            const value = path.reduce<Json>((at, key) => inside(at, key), after);
            return path.length > 0 && (typeof value !== "object" || value === null);
          });
          const changed = picks.flatMap(([pick, text]) => {
            const path = leaves[pick % leaves.length] ?? [];
            const parent = parentOf(after, path);
            const key = path.at(-1) ?? "";
            if (parent[key] === text) return [];
            parent[key] = text;
            return [pathText(path)];
          });
          const lines = editionChanges(start, after);
          for (const path of changed) {
            const covers = lines.some(
              ({ at }) =>
                (at.before !== null && isWithin(path, at.before)) || (at.after !== null && isWithin(path, at.after)),
            );
            expect(covers, path).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("without what the lines are about, both say the same: nothing that changed is left out", () => {
    fc.assert(
      fc.property(document, fc.array(mutation, { minLength: 1, maxLength: 6 }), (start, mutations) => {
        const after = mutations.reduce(mutate, asJson(start));
        const covered = sides(editionChanges(start, after));
        expect(textOf(rest(after, covered.after, ""))).toBe(textOf(rest(asJson(start), covered.before, "")));
      }),
      { numRuns: 200 },
    );
  });

  test("there is a line exactly where they differ, whatever they are, and each has words", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (before, after) => {
        const lines = editionChanges(before, after);
        expect(lines.length === 0).toBe(textOf(before) === textOf(after));
        for (const { sentence, code } of lines)
          expect([sentence.text.length > 0, code.length > 0]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  test("what is better one way is worse the other way", () => {
    fc.assert(
      fc.property(document, fc.array(mutation, { minLength: 1, maxLength: 3 }), (start, mutations) => {
        const after = mutations.reduce(mutate, asJson(start));
        const there = editionChanges(start, after).filter(({ effect }) => effect !== "neutral").length;
        const back = editionChanges(after, start).filter(({ effect }) => effect !== "neutral").length;
        expect(there).toBe(back);
      }),
      { numRuns: 80 },
    );
  });
});
