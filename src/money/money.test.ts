import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CURRENCIES, decimalsOf, isCurrency } from "./currency.ts";
import {
  add,
  amountText,
  compare,
  greatest,
  isPositive,
  least,
  MAX_MINOR,
  money,
  moneyOf,
  negate,
  parseAmount,
  subtract,
  sum,
  toWire,
  zero,
} from "./money.ts";

const currency = fc.constantFrom(...CURRENCIES);
const minor = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
const amount = fc.record({ minor, currency });

describe("decimals of a currency", () => {
  // The standard, where habits and other lists differ from it.
  test.each([
    ["EUR", 2],
    ["USD", 2],
    ["HUF", 2],
    ["IDR", 2],
    ["ISK", 0],
    ["JPY", 0],
    ["KRW", 0],
    ["CLP", 0],
    ["VND", 0],
    ["KWD", 3],
    ["BHD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["MGA", 2],
    ["MRU", 2],
  ])("of %s are %i, as ISO 4217 has it", (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals);
  });

  test("are known for each currency once, and for nothing else", () => {
    expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
    expect(CURRENCIES.length).toBeGreaterThan(150);
    for (const code of CURRENCIES) expect(code).toMatch(/^[A-Z]{3}$/);
    for (const code of ["", "usd", "XXX", "DEM", "US", "USDD", "constructor", "__proto__"]) {
      expect(isCurrency(code)).toBe(false);
      expect(() => decimalsOf(code)).toThrow(RangeError);
    }
  });
});

describe("amounts as text", () => {
  test("come back the same when they are written and read, in every currency", () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseAmount(amountText(value), value.currency)).toEqual(value);
      }),
    );
  });

  test("have exactly the decimals of their currency", () => {
    fc.assert(
      fc.property(amount, (value) => {
        const [, fraction = ""] = amountText(value).split(".");
        expect(fraction).toHaveLength(decimalsOf(value.currency));
        expect(amountText(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(amountText(value)).not.toMatch(/^-?0\d/);
      }),
    );
  });

  test.each([
    [5n, "USD", "0.05"],
    [-5n, "USD", "-0.05"],
    [0n, "USD", "0.00"],
    [123450n, "EUR", "1234.50"],
    [7n, "JPY", "7"],
    [-7n, "JPY", "-7"],
    [1n, "KWD", "0.001"],
    [12345n, "KWD", "12.345"],
    [99n, "HUF", "0.99"],
    [1n, "CLF", "0.0001"],
    [MAX_MINOR, "USD", "999999999999.99"],
  ])("%s minor units of %s are %s", (units, code, text) => {
    expect(amountText(money(units, code))).toBe(text);
    expect(toWire(money(units, code))).toEqual({ amount: text, currency: code });
    expect(moneyOf(text, code)).toEqual({ minor: units, currency: code });
  });

  test.each([
    ["1", "USD", 100n],
    ["1.5", "USD", 150n],
    ["007", "USD", 700n],
    ["-0.07", "USD", -7n],
    ["-0", "USD", 0n],
    ["1.2", "KWD", 1200n],
  ])("%s %s is read without being rounded", (text, code, units) => {
    expect(parseAmount(text, code)).toEqual({ minor: units, currency: code });
  });

  test.each([
    ["1.234", "USD", "too-many-decimals"],
    ["1.230", "USD", "too-many-decimals"],
    ["1.0", "JPY", "too-many-decimals"],
    ["1.0001", "KWD", "too-many-decimals"],
    ["0.001", "HUF", "too-many-decimals"],
    ["1000000000000.00", "USD", "too-large"],
    ["-1000000000000.00", "USD", "too-large"],
    ["1e3", "USD", "not-a-number"],
    ["1,5", "USD", "not-a-number"],
    ["+1", "USD", "not-a-number"],
    [".5", "USD", "not-a-number"],
    ["5.", "USD", "not-a-number"],
    ["", "USD", "not-a-number"],
    ["-", "USD", "not-a-number"],
    ["--1", "USD", "not-a-number"],
    [" 1", "USD", "not-a-number"],
    ["1\n", "USD", "not-a-number"],
    ["NaN", "USD", "not-a-number"],
    ["0x1F", "USD", "not-a-number"],
    ["١٢", "USD", "not-a-number"],
    ["1".repeat(31), "USD", "not-a-number"],
    ["1.00", "XXX", "unknown-currency"],
  ] as const)("%s %s is refused: %s", (text, code, fault) => {
    expect(parseAmount(text, code)).toBe(fault);
    expect(() => moneyOf(text, code)).toThrow(RangeError);
  });

  test("whatever is typed is read exactly or refused, and never rounded", () => {
    fc.assert(
      fc.property(fc.string(), currency, (text, code) => {
        const read = parseAmount(text, code);
        if (typeof read === "string") return;
        expect(Number(amountText(read))).toBeCloseTo(Number(text), 6);
      }),
    );
  });
});

describe("calculating", () => {
  const pair = fc.record({ code: currency, a: minor, b: minor, c: minor });

  test("adds and takes away without losing anything", () => {
    fc.assert(
      fc.property(pair, ({ code, a, b, c }) => {
        const [x, y, z] = [money(a, code), money(b, code), money(c, code)];
        expect(subtract(add(x, y), y)).toEqual(x);
        expect(add(x, y)).toEqual(add(y, x));
        expect(add(add(x, y), z)).toEqual(add(x, add(y, z)));
        expect(add(x, negate(x))).toEqual(zero(code));
        expect(sum([x, y, z], code).minor).toBe(a + b + c);
      }),
    );
  });

  test("orders amounts", () => {
    fc.assert(
      fc.property(pair, ({ code, a, b }) => {
        const [x, y] = [money(a, code), money(b, code)];
        expect(compare(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(add(least(x, y), greatest(x, y))).toEqual(add(x, y));
        expect(least(x, y).minor <= greatest(x, y).minor).toBe(true);
        expect(isPositive(x)).toBe(a > 0n);
      }),
    );
  });

  test("the sum of nothing is nothing, in the currency that was asked for", () => {
    expect(sum([], "JPY")).toEqual({ minor: 0n, currency: "JPY" });
  });

  test("two currencies never meet", () => {
    const [eur, usd] = [moneyOf("1", "EUR"), moneyOf("1", "USD")];
    for (const mix of [add, subtract, compare, least, greatest]) expect(() => mix(eur, usd)).toThrow(RangeError);
    expect(() => sum([eur], "USD")).toThrow(RangeError);
  });
});
