import { type Finding, sentence } from "../../kernel/index.ts";
import { type Case, dayOf, finding, isBlank, type Rule } from "./case.ts";
import type { SubjectInvoice } from "./subject.ts";

/** Every claim needs proof of cost: an invoice or a certification of in-house cost; an invoice needs its details and its file. */
export const judgeCostProof: Rule = (c) => {
  const { invoices, certifications } = c.subject;
  if (invoices.length === 0 && certifications.length === 0) {
    const certifiable = c.type?.certificationAllowed ?? true;
    return [
      finding(c, {
        rule: "cost-proof.missing",
        severity: "blocks",
        field: "invoices",
        found: "nothing",
        allowed: certifiable ? "an invoice or a certification of in-house cost" : "an invoice",
        at: `${c.typePath}.certificationAllowed`,
        remedy: certifiable
          ? sentence("Add the supplier's invoice, or certify the cost of your own people's work.")
          : sentence("Add the supplier's invoice."),
        reasonCode: "invoice-missing",
      }),
    ];
  }
  return invoices.flatMap((invoice, i) => [...incomplete(c, invoice, i), ...lines(c, invoice, i)]);
};

function incomplete(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  const missing = [
    isBlank(invoice.supplierName) ? "supplierName" : [],
    isBlank(invoice.number) ? "number" : [],
    dayOf(invoice.date) === undefined ? "date" : [],
    isBlank(invoice.billedTo) ? "billedTo" : [],
    invoice.total === null ? "total" : [],
    invoice.lines.length === 0 ? "lines" : [],
  ].flat();
  const details = missing.map((name) =>
    finding(c, {
      rule: "invoice.incomplete",
      severity: "blocks",
      field: `invoices[${i}].${name}`,
      found: "nothing",
      allowed: "what the invoice shows",
      at: "activityTypes",
      remedy: sentence("Enter the detail as it stands on the invoice."),
      reasonCode: "invoice-incomplete",
    }),
  );
  if (invoice.hasFile) return details;
  const file = finding(c, {
    rule: "invoice.file-missing",
    severity: "blocks",
    field: `invoices[${i}].file`,
    found: "nothing",
    allowed: "the invoice as a file",
    at: "activityTypes",
    remedy: sentence("Add the invoice itself as a PDF, a picture or an e-invoice."),
    reasonCode: "invoice-missing",
  });
  return [...details, file];
}

/** A line is claimed at what was paid for it: discounts are entered inside the line they belong to. */
function lines(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  return invoice.lines.flatMap((line, j) => {
    if (line.lineAmount && line.lineAmount.minor > 0n) return [];
    return [
      finding(c, {
        rule: "amount.not-positive",
        severity: "blocks",
        field: `invoices[${i}].lines[${j}].lineAmount`,
        found: line.lineAmount ? (line.lineAmount.minor.toString() === "0" ? "0" : "below 0") : "nothing",
        allowed: "above 0",
        at: "currencies",
        remedy: sentence("Enter the line's amount after its discount, above 0; leave lines without cost out."),
        reasonCode: "invoice-incomplete",
      }),
    ];
  });
}
