import { add, amountText, type Money, moneyOf, parseAmount, sum } from "../../../src/money/money.ts";
import { times } from "../../../src/money/share.ts";
import type { InvoiceBody } from "../../api/schema.gen.d.ts";
import type { FileRef, Invoice, MoneyOnWire } from "../../api/types.ts";

/** A line of an invoice as it is typed. Amounts are decimal texts. */
export interface LineForm {
  key: string;
  description: string;
  expenseType: string;
  quantity: string;
  unitPrice: string;
  lineAmount: string;
  person: string;
}

/** An invoice as it is typed. */
export interface InvoiceFormValues {
  supplierName: string;
  number: string;
  date: string;
  billedTo: string;
  tax: string;
  file: FileRef | null;
  lines: LineForm[];
}

/** A line with nothing in it. */
export const emptyLine = (expenseType: string): LineForm => ({
  key: Math.random().toString(36).slice(2),
  description: "",
  expenseType,
  quantity: "1",
  unitPrice: "",
  lineAmount: "",
  person: "",
});

/** A stored invoice as a form. */
export const formOf = (invoice: Invoice): InvoiceFormValues => ({
  supplierName: invoice.supplierName,
  number: invoice.number,
  date: invoice.date,
  billedTo: invoice.billedTo,
  tax: invoice.tax.amount,
  file: invoice.file,
  lines: invoice.lines.map((line) => ({
    key: line.id,
    description: line.description,
    expenseType: line.expenseType ?? "",
    quantity: line.quantity,
    unitPrice: line.unitPrice.amount,
    lineAmount: line.lineAmount.amount,
    person: line.person ?? "",
  })),
});

const read = (text: string, currency: string): Money | undefined => {
  const parsed = parseAmount(text, currency);
  return typeof parsed === "string" ? undefined : parsed;
};

/** Quantity times unit price, to the cent; empty while one of them is no number. */
export function lineProduct(quantity: string, unitPrice: string, currency: string): string {
  const price = read(unitPrice, currency);
  const plain = quantity.replace(",", ".");
  return price && /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? amountText(times(price, plain, "half-up")) : "";
}

/** Sum of the lines, and with the tax: computed, so that what is typed once is never typed twice. */
export function totalsOf(values: InvoiceFormValues, currency: string): { subtotal: MoneyOnWire; total: MoneyOnWire } {
  const subtotal = sum(
    values.lines.flatMap((line) => read(line.lineAmount, currency) ?? []),
    currency,
  );
  const total = add(subtotal, read(values.tax, currency) ?? moneyOf("0", currency));
  return { subtotal: { amount: amountText(subtotal), currency }, total: { amount: amountText(total), currency } };
}

/** The body of POST and PUT of an invoice. */
export function invoiceBody(values: InvoiceFormValues, currency: string): InvoiceBody {
  const money = (amount: string): MoneyOnWire => ({ amount, currency });
  return {
    supplierName: values.supplierName,
    number: values.number,
    date: values.date,
    billedTo: values.billedTo,
    currency,
    ...totalsOf(values, currency),
    tax: money(values.tax || "0"),
    file: values.file?.id ?? null,
    lines: values.lines.map(({ description, expenseType, quantity, unitPrice, lineAmount, person }) => ({
      description,
      expenseType,
      quantity: quantity.replace(",", ".") || "1",
      ...(unitPrice ? { unitPrice: money(unitPrice) } : {}),
      lineAmount: money(lineAmount),
      person: person || null,
    })),
  };
}
