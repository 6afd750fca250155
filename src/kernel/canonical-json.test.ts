import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Canonical, canonicalJson, sha256 } from "./canonical-json.ts";

const value = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Canonical>;

/** The same value with the keys of every object in another order. */
function shuffled(given: Canonical): Canonical {
  if (Array.isArray(given)) return given.map((item: Canonical) => shuffled(item));
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .toReversed()
      .map(([key, item]) => [key, item === undefined ? undefined : shuffled(item as Canonical)]),
  );
}

describe("canonical JSON", () => {
  test("sorts keys by code unit, leaves white space and undefined out, and writes whole numbers of any size as text", () => {
    expect(canonicalJson({ b: 1, a: [true, null, "x"], Z: undefined, ä: 2n ** 70n, A: {} })).toBe(
      '{"A":{},"a":[true,null,"x"],"b":1,"ä":"1180591620717411303424"}',
    );
    expect(canonicalJson('a\n"b"')).toBe('"a\\n\\"b\\""');
    expect(canonicalJson([])).toBe("[]");
  });

  test("reads back as what was written", () => {
    fc.assert(
      fc.property(value, (given) => {
        // Minus nothing is nothing in JSON.
        expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test("is the same text for the same value, in whatever order its keys came", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(canonicalJson(shuffled(given))).toBe(canonicalJson(given));
      }),
    );
  });

  test("is another text for another value, so that a hash over it proves something", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const same = JSON.stringify(shuffled(a)) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b);
        if (same) expect(JSON.parse(canonicalJson(a))).toEqual(JSON.parse(canonicalJson(b)));
        else expect(sha256(canonicalJson(a))).not.toBe(sha256(canonicalJson(b)));
      }),
    );
    expect(canonicalJson({ a: "1" })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson(["a", "b"])).not.toBe(canonicalJson(["b", "a"]));
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("has no text for %s", (number) => {
    expect(() => canonicalJson({ a: [number] })).toThrow(RangeError);
  });

  test("is hashed by SHA-256, as everybody else computes it", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256(Buffer.from("ä"))).toBe(sha256("ä"));
  });
});
