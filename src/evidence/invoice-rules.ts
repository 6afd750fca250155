import type { FieldError } from "../kernel/index.ts";
import { add, amountText, compare, type Money, sum, times } from "../money/index.ts";
import type { CertificationFacts } from "./certification.ts";
import type { InvoiceFacts } from "./invoice.ts";

/** The part of a line that arithmetic needs. */
type LineNumbers = Pick<InvoiceFacts["lines"][number], "quantity" | "unitPrice" | "lineAmount">;

/** The part of an invoice that arithmetic needs. */
type InvoiceNumbers = Pick<InvoiceFacts, "currency" | "subtotal" | "tax" | "total"> & {
  readonly lines: readonly LineNumbers[];
};

/**
 * Which sums of an invoice do not add up (rulebook 3.4): quantity x unit price = line amount (rounded half-up to the
 * minor unit), lines = subtotal, subtotal + tax = total. Not refused at entry (a draft may be unfinished), but findings
 * of the rules. Codes: `line-amount-differs`, `subtotal-differs`, `total-differs`; the message names what is right.
 */
export function invoiceArithmetic(invoice: InvoiceNumbers): FieldError[] {
  const faults = invoice.lines.flatMap((line, index) =>
    differs(
      line.lineAmount,
      productOf(line),
      `lines[${index}].lineAmount`,
      "line-amount-differs",
      "Quantity times unit price",
    ),
  );
  const lines = sum(
    invoice.lines.map((line) => line.lineAmount),
    invoice.currency,
  );
  const total = add(invoice.subtotal, invoice.tax);
  return [
    ...faults,
    ...differs(invoice.subtotal, lines, "subtotal", "subtotal-differs", "The sum of the lines"),
    ...differs(invoice.total, total, "total", "total-differs", "Subtotal and tax together"),
  ];
}

/** What a line comes to: quantity x unit price, half-up to the minor unit. */
export function productOf(line: Pick<LineNumbers, "quantity" | "unitPrice">): Money {
  return times(line.unitPrice, line.quantity, "half-up");
}

/**
 * What is wrong with a certification in itself (rulebook 6.5): total = quantity x unit cost (half-up), accepted by the
 * certifier, the span of days in order, certified after the work. Findings, like those of an invoice.
 * Codes: `total-differs`, `not-accepted`, `dates-not-in-order`, `certified-before-end`.
 */
export function certificationFaults(facts: CertificationFacts): FieldError[] {
  const product = productOf({ quantity: facts.quantity, unitPrice: facts.unitCost });
  return [
    ...differs(facts.total, product, "total", "total-differs", "Quantity times unit cost"),
    ...(facts.accepted ? [] : [fault("accepted", "not-accepted", "The certifier has to confirm the statement.")]),
    ...(facts.from <= facts.to
      ? []
      : [fault("to", "dates-not-in-order", "The last day of the work is before the first.")]),
    ...(facts.certifiedOn >= facts.to
      ? []
      : [fault("certifiedOn", "certified-before-end", "Work is certified after its last day.")]),
  ];
}

function differs(found: Money, right: Money, field: string, code: string, what: string): FieldError[] {
  if (compare(found, right) === 0) return [];
  return [fault(field, code, `${what} is ${amountText(right)} ${right.currency}, not ${amountText(found)}.`)];
}

function fault(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}
