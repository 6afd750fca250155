import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CURRENCIES } from "./currency.ts";
import { add, amountText, MAX_MINOR, money, moneyOf, sum } from "./money.ts";
import { allocate, percentOf, splitEarning, times } from "./share.ts";

const currency = fc.constantFrom(...CURRENCIES);
const minor = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
const percent = fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 10_000).toFixed(4));

describe("splitting an earning into rebate and co-op", () => {
  // Rulebook T05 to T08: the rebate is rounded half-up, the co-op is the rest.
  test.each([
    ["25000.00", "USD", "60", "15000.00", "10000.00"],
    ["33.33", "USD", "60", "20.00", "13.33"],
    ["-100.00", "USD", "60", "-60.00", "-40.00"],
    ["1001", "JPY", "60", "601", "400"],
    ["100.01", "USD", "60", "60.01", "40.00"],
    ["0.01", "USD", "60", "0.01", "0.00"],
    ["0.03", "USD", "50", "0.02", "0.01"],
    ["-0.01", "USD", "50", "-0.01", "0.00"],
    ["-100.01", "USD", "60", "-60.01", "-40.00"],
    ["101", "JPY", "60", "61", "40"],
    ["1001", "JPY", "50", "501", "500"],
    ["0.005", "KWD", "50", "0.003", "0.002"],
    ["100.00", "USD", "100", "100.00", "0.00"],
    ["100.00", "USD", "0", "0.00", "100.00"],
    ["100.00", "USD", "33.3333", "33.33", "66.67"],
  ])("%s %s at %s %% is %s and %s", (earned, code, rate, rebate, coop) => {
    const parts = splitEarning(moneyOf(earned, code), rate);
    expect(amountText(parts.rebate)).toBe(rebate);
    expect(amountText(parts.coop)).toBe(coop);
  });

  test("loses nothing, for any amount, rate and currency", () => {
    fc.assert(
      fc.property(minor, percent, currency, (units, rate, code) => {
        const { rebate, coop } = splitEarning(money(units, code), rate);
        expect(add(rebate, coop)).toEqual(money(units, code));
      }),
    );
  });

  test("treats a credit note as the mirror of its invoice", () => {
    fc.assert(
      fc.property(minor, percent, (units, rate) => {
        const up = splitEarning(money(units, "EUR"), rate);
        const down = splitEarning(money(-units, "EUR"), rate);
        expect(down.rebate.minor).toBe(-up.rebate.minor);
        expect(down.coop.minor).toBe(-up.coop.minor);
      }),
    );
  });

  test("differs from the exact share by at most half a minor unit", () => {
    fc.assert(
      fc.property(minor, fc.integer({ min: 0, max: 10_000 }), (units, hundredths) => {
        const rate = (hundredths / 100).toFixed(2);
        const { rebate } = splitEarning(money(units, "EUR"), rate);
        const off = rebate.minor * 10_000n - units * BigInt(hundredths);
        expect(off <= 5_000n && off >= -5_000n).toBe(true);
      }),
    );
  });
});

describe("a percentage of an amount", () => {
  test.each([
    ["0.05", "50", "half-up", "0.03"],
    ["0.05", "50", "half-even", "0.02"],
    ["0.15", "50", "half-even", "0.08"],
    ["0.05", "50", "down", "0.02"],
    ["-0.05", "50", "half-up", "-0.03"],
    ["-0.05", "50", "down", "-0.02"],
    ["999999999999.99", "100", "half-up", "999999999999.99"],
    ["100.00", "12.5", "down", "12.50"],
  ] as const)("%s x %s %% rounded %s is %s", (text, rate, rounding, result) => {
    expect(amountText(percentOf(moneyOf(text, "USD"), rate, rounding))).toBe(result);
  });
});

describe("a quantity times a price", () => {
  test.each([
    ["400.00", "2.5", "1000.00"],
    ["0.01", "0.5", "0.01"],
    ["33.33", "3", "99.99"],
    ["10.00", "0.333333", "3.33"],
    ["999999.99", "1000000", "999999990000.00"],
  ])("%s x %s is %s", (price, quantity, result) => {
    expect(amountText(times(moneyOf(price, "USD"), quantity, "half-up"))).toBe(result);
  });
});

describe("dividing an amount by weights", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0n));

  test("loses no cent and makes none, whatever the weights", () => {
    fc.assert(
      fc.property(minor, weights, currency, (units, list, code) => {
        const parts = allocate(money(units, code), list);
        expect(parts).toHaveLength(list.length);
        expect(sum(parts, code).minor).toBe(units);
      }),
    );
  });

  test("gives each part its share to within one minor unit, and nothing to a weight of nothing", () => {
    fc.assert(
      fc.property(minor, weights, (units, list) => {
        const total = list.reduce((a, b) => a + b, 0n);
        allocate(money(units, "USD"), list).forEach((part, index) => {
          const weight = list[index] ?? 0n;
          const off = part.minor * total - units * weight;
          expect(off < total && off > -total).toBe(true);
          if (weight === 0n) expect(part.minor).toBe(0n);
        });
      }),
    );
  });

  test("gives what is left to the largest remainders, earlier parts first", () => {
    const texts = (text: string, list: bigint[]) => allocate(moneyOf(text, "USD"), list).map(amountText);
    expect(texts("100.00", [1n, 1n, 1n])).toEqual(["33.34", "33.33", "33.33"]);
    expect(texts("0.02", [1n, 1n, 1n])).toEqual(["0.01", "0.01", "0.00"]);
    expect(texts("-100.00", [1n, 1n, 1n])).toEqual(["-33.34", "-33.33", "-33.33"]);
    expect(texts("10.00", [1n, 2n])).toEqual(["3.33", "6.67"]);
    expect(texts("5.00", [0n, 1n])).toEqual(["0.00", "5.00"]);
  });

  test("refuses weights that say nothing or are below nothing", () => {
    for (const list of [[], [0n], [0n, 0n], [-1n, 2n]]) {
      expect(() => allocate(moneyOf("1.00", "USD"), list)).toThrow(RangeError);
    }
  });
});
