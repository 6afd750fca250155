import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money, moneyOf } from "../money/index.ts";
import type { CertificationFacts } from "./certification.ts";
import { certificationFaults, invoiceArithmetic, productOf } from "./invoice-rules.ts";

const usd = (text: string) => moneyOf(text, "USD");
const line = (quantity: string, unitPrice: string, lineAmount: string) => ({
  quantity,
  unitPrice: usd(unitPrice),
  lineAmount: usd(lineAmount),
});
const invoice = (lines: ReturnType<typeof line>[], subtotal: string, tax: string, total: string) => ({
  currency: "USD",
  lines,
  subtotal: usd(subtotal),
  tax: usd(tax),
  total: usd(total),
});

describe("the sums of an invoice", () => {
  test("an invoice that adds up has no fault", () => {
    expect(
      invoiceArithmetic(
        invoice([line("2", "500.00", "1000.00"), line("1.5", "100.00", "150.00")], "1150.00", "218.50", "1368.50"),
      ),
    ).toEqual([]);
  });

  test.each([
    ["a half cent is rounded up", line("0.5", "0.01", "0.01"), []],
    ["a third of a price is rounded to the cent", line("0.333333", "10.00", "3.33"), []],
    ["a cent off is found", line("3", "33.33", "100.00"), ["line-amount-differs"]],
  ])("%s", (_rule, one, codes) => {
    const amount = `${one.lineAmount.minor / 100n}.${String(one.lineAmount.minor % 100n).padStart(2, "0")}`;
    expect(invoiceArithmetic(invoice([one], amount, "0.00", amount)).map((fault) => fault.code)).toEqual(codes);
  });

  test("each sum that is off is named with its field and the right amount", () => {
    expect(invoiceArithmetic(invoice([line("2", "500.00", "900.00")], "950.00", "10.00", "999.00"))).toEqual([
      {
        field: "lines[0].lineAmount",
        code: "line-amount-differs",
        message: "Quantity times unit price is 1000.00 USD, not 900.00.",
      },
      { field: "subtotal", code: "subtotal-differs", message: "The sum of the lines is 900.00 USD, not 950.00." },
      { field: "total", code: "total-differs", message: "Subtotal and tax together is 960.00 USD, not 999.00." },
    ]);
  });

  test("an invoice without lines cannot add up", () => {
    expect(invoiceArithmetic(invoice([], "10.00", "0.00", "10.00")).map((fault) => fault.code)).toEqual([
      "subtotal-differs",
    ]);
  });

  const lines = fc.array(
    fc.record({ thousandths: fc.integer({ min: 1, max: 9_999_999 }), price: fc.bigInt(1n, 10n ** 9n) }),
    { minLength: 1, maxLength: 20 },
  );

  test("an invoice made from its own products always adds up, and one cent more never does", () => {
    fc.assert(
      fc.property(lines, fc.bigInt(0n, 10n ** 9n), (parts, tax) => {
        const made = parts.map(({ thousandths, price }) => {
          const numbers = {
            quantity: `${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`,
            unitPrice: money(price, "EUR"),
          };
          return { ...numbers, lineAmount: productOf(numbers) };
        });
        const subtotal = made.reduce((total, one) => total + one.lineAmount.minor, 0n);
        const facts = {
          currency: "EUR",
          lines: made,
          subtotal: money(subtotal, "EUR"),
          tax: money(tax, "EUR"),
          total: money(subtotal + tax, "EUR"),
        };
        expect(invoiceArithmetic(facts)).toEqual([]);
        const codes = invoiceArithmetic({ ...facts, total: money(subtotal + tax + 1n, "EUR") }).map(
          (fault) => fault.code,
        );
        expect(codes).toEqual(["total-differs"]);
      }),
    );
  });
});

describe("a certification of in-house cost", () => {
  const facts: CertificationFacts = {
    from: "2026-10-01",
    to: "2026-10-14",
    personOrRole: "Designer",
    workDone: "Banner artwork",
    expenseType: "content-development",
    unit: "hours",
    quantity: "12.5",
    unitCost: usd("80.00"),
    total: usd("1000.00"),
    currency: "USD",
    certifierName: "Ada Lovelace",
    certifierRole: "Head of marketing",
    certifiedOn: "2026-10-15",
    accepted: true,
  };
  test.each([
    ["one in order has no fault", {}, []],
    ["the total is quantity times unit cost", { total: usd("1000.01") }, ["total-differs"]],
    ["it must be accepted by the certifier", { accepted: false }, ["not-accepted"]],
    ["its last day does not lie before its first", { to: "2026-09-30" }, ["dates-not-in-order"]],
    ["work is certified after it was done", { certifiedOn: "2026-10-13" }, ["certified-before-end"]],
    ["on the last day is soon enough", { certifiedOn: "2026-10-14" }, []],
  ] as const)("%s", (_rule, change, codes) => {
    expect(certificationFaults({ ...facts, ...change }).map((fault) => fault.code)).toEqual(codes);
  });
});
