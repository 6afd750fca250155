import type { IsoDate } from "../kernel/index.ts";
import { add, amountText, decimalsOf, type Money, percentOf, sum, times, toWire } from "../money/index.ts";

/** A firm that sends invoices to partners. */
export interface Supplier {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly taxId: string;
  /** Percent of tax on top of the net amount; "0" where none is shown. */
  readonly taxPercent: string;
}

/** A line of an invoice, in the currency of the claim. */
export interface DemoLine {
  readonly description: string;
  readonly expenseType: string;
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly person?: string;
}

/** A supplier's invoice: what is entered in the claim and what its PDF or XML shows are both made from this. */
export interface DemoInvoice {
  readonly supplier: Supplier;
  readonly number: string;
  readonly date: IsoDate;
  /** When the work was done. */
  readonly workOn: IsoDate;
  readonly billedTo: string;
  readonly billedToAddress: string;
  readonly currency: string;
  readonly lines: readonly DemoLine[];
}

/** What a line comes to. */
export function lineAmount(line: DemoLine): Money {
  return times(line.unitPrice, line.quantity, "half-up");
}

/** Net, tax and total of an invoice. */
export function totalsOf(invoice: DemoInvoice): { subtotal: Money; tax: Money; total: Money } {
  const subtotal = sum(invoice.lines.map(lineAmount), invoice.currency);
  const tax = percentOf(subtotal, invoice.supplier.taxPercent, "half-up");
  return { subtotal, tax, total: add(subtotal, tax) };
}

/** The invoice as the body of `POST /claims/{id}/invoices`; `file` is the id of the uploaded file. */
export function invoiceRequest(invoice: DemoInvoice, file: string) {
  const { subtotal, tax, total } = totalsOf(invoice);
  return {
    supplierName: invoice.supplier.name,
    number: invoice.number,
    date: invoice.date,
    billedTo: invoice.billedTo,
    currency: invoice.currency,
    subtotal: toWire(subtotal),
    tax: toWire(tax),
    total: toWire(total),
    lines: invoice.lines.map((line) => ({
      description: line.description,
      expenseType: line.expenseType,
      quantity: line.quantity,
      unitPrice: toWire(line.unitPrice),
      lineAmount: toWire(lineAmount(line)),
      ...(line.person === undefined ? {} : { person: line.person }),
    })),
    file,
  };
}

/** An amount as invoices print it: `12,345.00`. */
export function printed(amount: Money): string {
  const [whole = "", fraction] = amountText(amount).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return decimalsOf(amount.currency) === 0 ? grouped : `${grouped}.${fraction}`;
}
