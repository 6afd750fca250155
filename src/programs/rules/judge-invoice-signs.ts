import { addMonths, type Finding, sentence } from "../../kernel/index.ts";
import { type Case, dayOf, finding, isBlank, type Rule } from "./case.ts";
import type { DuplicateSignal } from "./facts.ts";
import type { SubjectInvoice } from "./subject.ts";

/** Signs that deserve a look and stop nothing: seen before, billed to somebody else, of another time (rulebook 6.4). */
export const judgeInvoiceSigns: Rule = (c) => {
  const seen = c.facts.duplicates;
  return [
    ...seen.filter((sign) => sign.code === "same-event").map((sign) => split(c, sign)),
    ...c.subject.invoices.flatMap((invoice, i) => [
      ...seen.filter((sign) => sign.id === invoice.id).map((sign) => duplicate(c, `invoices[${i}]`, sign)),
      ...billedToOther(c, invoice, i),
      ...outsidePeriod(c, invoice, i),
    ]),
    ...c.subject.documents.flatMap((document, d) =>
      seen.filter((sign) => sign.id === document.id).map((sign) => duplicate(c, `documents[${d}]`, sign)),
    ),
  ];
};

const SEEN: Record<DuplicateSignal["code"], string> = {
  "same-supplier-and-number": "the same supplier and invoice number in another claim",
  "same-file": "the same file in another claim",
  "same-supplier-date-and-total": "the same supplier, date and total in another claim",
  "same-event": "the same event, purpose and time in another claim",
};

function duplicate(c: Case, field: string, sign: DuplicateSignal): Finding {
  return finding(c, {
    rule: field.startsWith("documents") ? "document.duplicate" : "invoice.duplicate",
    severity: "warns",
    field,
    found: SEEN[sign.code],
    allowed: "claimed once",
    at: "excludedExpenses",
    remedy: sentence("Check that this was not claimed before; say in a comment why it stands in two claims."),
    reasonCode: "invoice-duplicate",
  });
}

/** One event in several claims, so that each stays below a limit (peer rule P11). */
function split(c: Case, sign: DuplicateSignal): Finding {
  return finding(c, {
    rule: "claim.possible-split",
    severity: "warns",
    field: "executionDate",
    found: SEEN[sign.code],
    allowed: "one claim for one event",
    at: "claims",
    remedy: sentence("Put all costs of the event into one claim, or say in a comment why there are several."),
    reasonCode: "suspected-duplicate",
  });
}

function billedToOther(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  const names = c.facts.partnerNames;
  if (names.length === 0 || isBlank(invoice.billedTo)) return [];
  const billed = plain(invoice.billedTo);
  if (names.some((name) => plain(name) === billed || billed.startsWith(`${plain(name)} `))) return [];
  return [
    finding(c, {
      rule: "invoice.not-partner",
      severity: "warns",
      field: `invoices[${i}].billedTo`,
      found: invoice.billedTo,
      allowed: names.join(", "),
      at: "excludedExpenses",
      remedy: sentence(
        "Claim invoices billed to your company, or say in a comment how the billed company belongs to it.",
      ),
      reasonCode: "invoice-not-partner",
    }),
  ];
}

/** Orders and prepayments are billed early, so a little before the period is usual; after the proof deadline is not. */
function outsidePeriod(c: Case, invoice: SubjectInvoice, i: number): Finding[] {
  const day = dayOf(invoice.date);
  if (!c.window || day === undefined) return [];
  const from = addMonths(c.window.usagePeriod.from, -3);
  const to = c.window.proofDeadline;
  if (from <= day && day <= to) return [];
  return [
    finding(c, {
      rule: "invoice.outside-period",
      severity: "warns",
      field: `invoices[${i}].date`,
      found: day,
      allowed: `${from} to ${to}`,
      at: `${c.windowPath}.usagePeriod`,
      remedy: sentence("Check the invoice date, and that the invoice is for work of this usage period."),
      reasonCode: "invoice-outside-period",
    }),
  ];
}

function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[.,;]/g, "").replace(/\s+/g, " ").trim();
}
