import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseByteRange } from "./byte-range.ts";

describe("a part of a file is asked for by a Range header", () => {
  test.each([
    ["no header: the whole", undefined, 10, undefined],
    ["the first five", "bytes=0-4", 10, { start: 0, end: 4 }],
    ["from the fifth on", "bytes=5-", 10, { start: 5, end: 9 }],
    ["the last three", "bytes=-3", 10, { start: 7, end: 9 }],
    ["more than there is from the end: all", "bytes=-30", 10, { start: 0, end: 9 }],
    ["an end beyond the file is cut", "bytes=8-100", 10, { start: 8, end: 9 }],
    ["a beginning beyond the file cannot be satisfied", "bytes=10-", 10, "unsatisfiable"],
    ["the last nothing cannot be satisfied", "bytes=-0", 10, "unsatisfiable"],
    ["several parts: the whole", "bytes=0-1,4-5", 10, undefined],
    ["backwards is malformed: the whole", "bytes=5-2", 10, undefined],
    ["another unit: the whole", "lines=1-2", 10, undefined],
    ["nonsense: the whole", "bytes=-", 10, undefined],
  ])("%s", (_case, header, size, range) => {
    expect(parseByteRange(header, size)).toEqual(range);
  });

  test("what is given out always lies in the file", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5000 }), (from, to, size) => {
        const range = parseByteRange(`bytes=${from}-${to}`, size);
        if (range === undefined || range === "unsatisfiable") return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});
