import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "../../kernel/index.ts";
import { idempotencyKey, requestHash } from "./idempotency.ts";
import { listQuery } from "./list.ts";
import { parseJson, parseOrRefuse } from "./parse.ts";
import { problem, problemOf } from "./problem.ts";
import { DateWire, idIn, MoneyIn, NonNegativeMoneyIn, PositiveMoneyIn, textIn } from "./wire.ts";

const refusal = (schema: z.ZodType, value: unknown) => {
  try {
    parseOrRefuse(schema, value, "body");
  } catch (error) {
    if (error instanceof DomainError) return error.errors?.map(({ field, code }) => `${field} ${code}`);
  }
  return undefined;
};

describe("a body", () => {
  const Line = z.strictObject({ amount: PositiveMoneyIn, note: textIn(10).optional() });
  const Body = z.strictObject({ name: textIn(5), on: DateWire, lines: z.array(Line), claim: idIn("claim").optional() });

  test("is refused with the path and the code of each field", () => {
    expect(
      refusal(Body, {
        name: "abcdef",
        lines: [{ amount: { amount: "1.00", currency: "USD" } }, { amount: { amount: "0", currency: "USD" }, more: 1 }],
        claim: "fnd_x",
        extra: true,
      }),
    ).toEqual([
      "name too-big",
      "on required",
      "lines[1].amount.amount not-positive",
      "lines[1].more unknown-field",
      "claim unknown-id",
      "extra unknown-field",
    ]);
  });

  test("that is no object is refused as a whole", () => {
    for (const value of [null, [], "x", 1, true]) expect(refusal(Body, value)).toEqual([" invalid-type"]);
  });

  test("holds no half characters and no NUL, wherever they stand", () => {
    const Loose = z.object({ list: z.array(z.object({ text: z.string() })) });
    expect(refusal(Loose, { list: [{ text: "ok" }, { text: "a\0" }] })).toEqual(["list[1].text unreadable-text"]);
    expect(refusal(Loose, { list: [{ text: "\ud800" }] })).toEqual(["list[0].text unreadable-text"]);
    expect(refusal(Loose, { list: [{ text: "😀" }] })).toBeUndefined();
  });

  test("of bytes that are no JSON is 400, and of another kind 415; nothing counts as empty", () => {
    expect(parseJson(undefined, undefined)).toEqual({});
    expect(parseJson(Buffer.from(""), "text/plain")).toEqual({});
    expect(parseJson(Buffer.from('{"a":1}'), "application/json; charset=utf-8")).toEqual({ a: 1 });
    expect(() => parseJson(Buffer.from("{"), "application/json")).toThrow(
      expect.objectContaining({ kind: "bad-request" }),
    );
    for (const type of [undefined, "text/plain", "application/xml"]) {
      expect(() => parseJson(Buffer.from("{}"), type)).toThrow(
        expect.objectContaining({ kind: "unsupported-media-type" }),
      );
    }
  });
});

describe("text of a person", () => {
  test("is trimmed, without control characters, and never empty", () => {
    const read = (text: string) => parseOrRefuse(textIn(20), text, "body");
    expect(read("  a\u0007b\u202E\tc\nd ")).toBe("ab\tc\nd");
    expect(read("e\u0301")).toBe("é");
    for (const empty of ["", "   ", "\u0000\u200E".slice(0, 1), "\n"])
      expect(refusal(textIn(5), empty)).toEqual([" too-small"]);
  });

  test("comes out the same when it is read twice", () => {
    const schema = textIn(100);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const once = schema.safeParse(text);
        if (once.success) expect(schema.parse(once.data)).toBe(once.data);
      }),
    );
  });
});

describe("an amount in a request", () => {
  const usd = (amount: unknown) => ({ amount, currency: "USD" });
  test.each([
    [MoneyIn, usd("-5.00"), undefined],
    [NonNegativeMoneyIn, usd("0"), undefined],
    [NonNegativeMoneyIn, usd("-0.01"), ["amount negative"]],
    [PositiveMoneyIn, usd("0.00"), ["amount not-positive"]],
    [PositiveMoneyIn, usd("1.001"), ["amount too-many-decimals"]],
    [PositiveMoneyIn, usd(5), ["amount invalid-type"]],
    [PositiveMoneyIn, { amount: "1", currency: "DEM" }, ["currency unknown-currency"]],
    [PositiveMoneyIn, { amount: "1" }, ["currency required"]],
  ])("is read or refused (case %#)", (schema, value, said) => {
    expect(refusal(schema, value)).toEqual(said);
  });
});

describe("the query of a list", () => {
  const query = listQuery(["updatedAt"], { q: z.string().optional() });
  test("has 50 rows, unless another number from 1 to 200 is asked for", () => {
    expect(parseOrRefuse(query, {}, "query")).toEqual({ limit: 50 });
    expect(parseOrRefuse(query, { limit: "200", sort: "-updatedAt" }, "query")).toEqual({
      limit: 200,
      sort: "-updatedAt",
    });
    for (const limit of ["0", "201", "x", "1.5", ""]) expect(refusal(query, { limit })?.[0]).toMatch(/^limit /);
  });
  test("knows its sorts and no other word", () => {
    expect(refusal(query, { sort: "name" })).toEqual(["sort unknown-sort"]);
    expect(refusal(query, { page: "2" })).toEqual(["page unknown-field"]);
  });
});

describe("an Idempotency-Key", () => {
  test("is a UUID in any case, or absent", () => {
    expect(idempotencyKey(undefined)).toBeUndefined();
    expect(idempotencyKey("")).toBeUndefined();
    expect(idempotencyKey("0190AC10-0000-7000-8000-0000000000AF")).toBe("0190ac10-0000-7000-8000-0000000000af");
    for (const key of ["x", "0190ac10000070008000000000000001", ["a", "b"]]) {
      expect(() => idempotencyKey(key)).toThrow(expect.objectContaining({ kind: "bad-request" }));
    }
  });
  test("tells two requests apart by method, address and bytes", () => {
    const hashes = [
      requestHash("POST", "/a", Buffer.from("x")),
      requestHash("POST", "/b", Buffer.from("x")),
      requestHash("POST", "/a", Buffer.from("y")),
      requestHash("POST", "/a", undefined),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(requestHash("POST", "/a", "x")).toBe(hashes[0]);
  });
});

describe("a problem", () => {
  test("has type, title, status, code and detail, and facts beside them that cannot take their place", () => {
    const made = problem(409, "wrong-status", "No.", { status: "approved", code: "x", type: "y", allowedFrom: ["a"] });
    expect(made).toEqual({
      type: "urn:fundproof:problem:wrong-status",
      title: "Not possible in this state",
      status: 409,
      code: "wrong-status",
      detail: "No.",
      allowedFrom: ["a"],
    });
  });
  test("names the state a thing is in beside the status of the answer", () => {
    const error = new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "No.",
      details: { status: "approved" },
    });
    expect(problemOf(error)).toMatchObject({ status: 409, currentStatus: "approved" });
  });
});
