import { describe, expect, test } from "vitest";
import { checkVersion } from "./command.ts";

describe("the version somebody has seen", () => {
  test.each([undefined, "*", 4] as const)("%s lets version 4 be changed", (seen) => {
    expect(() => checkVersion(seen, 4)).not.toThrow();
  });
  test.each([3, 5, 0, -1])("%s does not, and both versions are named", (seen) => {
    expect(() => checkVersion(seen, 4)).toThrow(
      expect.objectContaining({ code: "stale-version", kind: "stale", details: { seen, version: 4 } }),
    );
  });
  test("must be named where a change asks for it", () => {
    expect(() => checkVersion("missing", 4)).toThrow(
      expect.objectContaining({ code: "if-match-missing", kind: "precondition-required" }),
    );
  });
});
