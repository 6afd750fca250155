import { describe, expect, it } from "vitest";
import { type InvoiceFormValues, invoiceBody, lineProduct, totalsOf } from "./invoice-form.ts";

const line = (lineAmount: string, quantity = "1", unitPrice = lineAmount) => ({
  key: lineAmount,
  description: "Ads",
  expenseType: "media-placement",
  quantity,
  unitPrice,
  lineAmount,
  person: "",
});
const invoice = (lines: InvoiceFormValues["lines"], tax = "19.00"): InvoiceFormValues => ({
  supplierName: "S",
  number: "1",
  date: "2026-10-02",
  billedTo: "P",
  tax,
  file: null,
  lines,
});

describe("an invoice that is being typed", () => {
  it("multiplies quantity and unit price to the cent", () => {
    expect(lineProduct("3", "33.33", "EUR")).toBe("99.99");
    expect(lineProduct("2,5", "0.01", "EUR")).toBe("0.03");
    expect(lineProduct("a", "1.00", "EUR")).toBe("");
    expect(lineProduct("3", "1001", "JPY")).toBe("3003");
  });

  it("adds up forty lines without a lost cent", () => {
    expect(totalsOf(invoice(Array.from({ length: 40 }, () => line("0.10"))), "EUR")).toEqual({
      subtotal: { amount: "4.00", currency: "EUR" },
      total: { amount: "23.00", currency: "EUR" },
    });
  });

  it("leaves half-typed amounts out of the sum", () => {
    expect(totalsOf(invoice([line("100.00"), line("")], ""), "EUR").total.amount).toBe("100.00");
  });

  it("sends amounts as decimal text with their currency", () => {
    expect(invoiceBody(invoice([line("100.00")]), "EUR")).toMatchObject({
      tax: { amount: "19.00", currency: "EUR" },
      total: { amount: "119.00", currency: "EUR" },
      file: null,
    });
  });
});
