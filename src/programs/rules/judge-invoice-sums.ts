import { type Finding, sentence, word } from "../../kernel/index.ts";
import { times } from "../../money/index.ts";
import { amountOf, type Case, finding, minorIn, minorText, type Rule } from "./case.ts";
import type { SubjectInvoice, SubjectLine } from "./subject.ts";

const RULE = "invoice.sum-mismatch";

/** An invoice adds up: lines are the subtotal, subtotal and tax are the total, quantity times price is the line. */
export const judgeInvoiceSums: Rule = (c) =>
  c.subject.invoices.flatMap((invoice, i) => [
    ...invoice.lines.flatMap((line, j) => lineProduct(c, invoice, line, `invoices[${i}].lines[${j}]`)),
    ...subtotal(c, invoice, i),
    ...total(c, invoice, i),
  ]);

/** A decimal text that the product with a price is computed from; anything else has been refused at the door. */
export function isQuantity(text: string | null): text is string {
  return text !== null && /^\d{1,9}(\.\d{1,6})?$/.test(text);
}

function lineProduct(c: Case, invoice: SubjectInvoice, line: SubjectLine, field: string): Finding[] {
  const price = minorIn(line.unitPrice, invoice.currency);
  const amount = minorIn(line.lineAmount, invoice.currency);
  if (price === undefined || amount === undefined || !isQuantity(line.quantity)) return [];
  const product = times({ minor: price, currency: invoice.currency }, line.quantity, "half-up").minor;
  return product === amount
    ? []
    : [mismatch(c, `${field}.lineAmount`, invoice, amount, product, word("quantity times unit price"))];
}

function subtotal(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  const stated = minorIn(invoice.subtotal, invoice.currency);
  const amounts = invoice.lines.map((line) => minorIn(line.lineAmount, invoice.currency));
  if (stated === undefined || amounts.length === 0 || amounts.some((amount) => amount === undefined)) return [];
  const sum = amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);
  return sum === stated
    ? []
    : [mismatch(c, `invoices[${i}].subtotal`, invoice, stated, sum, word("the lines together"))];
}

function total(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  const stated = minorIn(invoice.total, invoice.currency);
  const net = minorIn(invoice.subtotal, invoice.currency);
  const tax = invoice.tax === null ? 0n : minorIn(invoice.tax, invoice.currency);
  if (stated === undefined || net === undefined || tax === undefined || net + tax === stated) return [];
  return [mismatch(c, `invoices[${i}].total`, invoice, stated, net + tax, word("subtotal and tax together"))];
}

function mismatch(
  c: Case,
  field: string,
  invoice: SubjectInvoice,
  found: bigint,
  allowed: bigint,
  what: string,
): Finding {
  return finding(c, {
    rule: RULE,
    severity: "blocks",
    field,
    found: minorText(found, invoice.currency),
    allowed: minorText(allowed, invoice.currency),
    at: "activityTypes",
    remedy: sentence("Enter the amounts as they stand on the invoice: {what} make {sum}.", {
      what,
      sum: amountOf(allowed, invoice.currency),
    }),
    reasonCode: "invoice-incomplete",
  });
}
