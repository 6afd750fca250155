import { type Finding, sentence } from "../../kernel/index.ts";
import { READ_STATEMENTS } from "../parts/claim-rules-schema.ts";
import { finding, isBlank, type Rule } from "./case.ts";
import type { SubjectInvoice } from "./subject.ts";

type ReadStatement = (typeof READ_STATEMENTS)[number];

/** Statements that `invoice.incomplete` asks of every invoice: said there, not here. */
const ALWAYS_ASKED: ReadonlySet<string> = new Set([
  "issuer-name",
  "invoice-number",
  "invoice-date",
  "billed-to",
  "total",
]);

/** What an invoice of this program must show beside what every invoice does (rulebook 6.4, peer rule E16). */
export const judgeStatements: Rule = (c) =>
  (c.document.claims?.invoiceMustShow ?? []).flatMap((statement, s) => {
    const { code } = statement;
    if (!isRead(code) || ALWAYS_ASKED.has(code)) return [];
    return c.subject.invoices.flatMap((invoice, i): Finding[] =>
      missingOn(invoice, code).map((field) =>
        finding(c, {
          rule: "invoice.statement-missing",
          severity: statement.severity ?? "blocks",
          field: `invoices[${i}]${field}`,
          found: "nothing",
          allowed: statement.name,
          at: `claims.invoiceMustShow[${s}]`,
          remedy: sentence(
            "Enter it as it stands on the invoice, or ask the supplier for an invoice that shows it: {what}.",
            {
              what: statement.name,
            },
          ),
          reasonCode: "invoice-incomplete",
        }),
      ),
    );
  });

/** True for a statement that the program reads itself; others are for the reviewer's eye. */
export function isRead(code: string): code is ReadStatement {
  return READ_STATEMENTS.some((read) => read === code);
}

/** Fields of the invoice that lack the statement. */
function missingOn(invoice: SubjectInvoice, code: ReadStatement): string[] {
  const ofLines = (name: string, lacks: (line: SubjectInvoice["lines"][number]) => boolean) =>
    invoice.lines.flatMap((line, j) => (lacks(line) ? [`.lines[${j}].${name}`] : []));
  switch (code) {
    case "issuer-name":
      return isBlank(invoice.supplierName) ? [".supplierName"] : [];
    case "invoice-number":
      return isBlank(invoice.number) ? [".number"] : [];
    case "invoice-date":
      return isBlank(invoice.date) ? [".date"] : [];
    case "billed-to":
      return isBlank(invoice.billedTo) ? [".billedTo"] : [];
    case "currency":
      return isBlank(invoice.currency) ? [".currency"] : [];
    case "line-description":
      return ofLines("description", (line) => isBlank(line.description));
    case "line-amount":
      return ofLines("lineAmount", (line) => line.lineAmount === null);
    case "line-quantity":
      return ofLines("quantity", (line) => isBlank(line.quantity));
    case "subtotal":
      return invoice.subtotal === null ? [".subtotal"] : [];
    case "tax-amount":
      return invoice.tax === null ? [".tax"] : [];
    case "total":
      return invoice.total === null ? [".total"] : [];
    default:
      return code satisfies never;
  }
}
