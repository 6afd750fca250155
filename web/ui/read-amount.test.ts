import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, money } from "../../src/money/money.ts";
import { readAmount } from "./read-amount.ts";

const amount = (typed: string, separator: "." | "," = ".", currency = "EUR") => {
  const read = readAmount(typed, currency, separator);
  return read.ok ? read.amount : read.fault;
};

describe("an amount is read as people type it", () => {
  it.each([
    ["1234.5", "1234.50"],
    ["1,234.50", "1234.50"],
    ["1.234,50", "1234.50"],
    ["1,234", "1234.00"],
    ["1,23", "1.23"],
    ["1 234 567.8", "1234567.80"],
    ["1'234.50", "1234.50"],
    ["0", "0.00"],
  ])("in English %s is %s", (typed, expected) => expect(amount(typed)).toBe(expected));

  it.each([
    ["1.234", "1234.00"],
    ["1,5", "1.50"],
    ["1.234,56", "1234.56"],
    ["12.5", "12.50"],
  ])("in German %s is %s", (typed, expected) => expect(amount(typed, ",")).toBe(expected));

  it("refuses more decimals than the currency has instead of rounding", () => {
    expect(amount("1.001")).toBe("too-many-decimals");
    expect(amount("1.5", ".", "JPY")).toBe("too-many-decimals");
    expect(amount("1.2345", ".", "KWD")).toBe("too-many-decimals");
  });

  it("says that words are no amount", () => {
    expect(amount("twelve")).toBe("not-a-number");
    expect(amount("")).toBe("not-a-number");
    expect(amount("1.2.3,4,5")).toBe("not-a-number");
  });

  it("gives back every amount it wrote", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), (minor) => {
        const text = amountText(money(minor, "EUR"));
        expect(amount(text)).toBe(text);
        expect(amount(text.replace(".", ","), ",")).toBe(text);
      }),
    );
  });
});
