import type { Readable } from "node:stream";
import { amountText, type Money } from "../money/index.ts";
import { openPage, writeNote, writeRow, writeText } from "../platform/pdf/index.ts";
import type { CertificationFacts } from "./certification.ts";

/** What a certification document says besides the certification itself. */
export interface CertificationSetting {
  readonly claimNumber: string;
  readonly claimName: string;
  /** Name of the partner organisation that certifies. */
  readonly partnerName: string;
  /** Shown as the day the document was made. */
  readonly now: Date;
}

/**
 * The certification of in-house cost as a document (rulebook 6.5): dated, PDF/A-3b with embedded fonts, one page unless
 * the description is long. The same facts at the same time give the same text.
 */
export async function renderCertification(facts: CertificationFacts, setting: CertificationSetting): Promise<Readable> {
  const pdf = await openPage({
    title: `Certification of in-house cost, claim ${setting.claimNumber}`,
    heading: "Certification of in-house cost",
    below: `${setting.partnerName} · claim ${setting.claimNumber}, ${setting.claimName}`,
    now: setting.now,
  });
  for (const [label, value] of rowsOf(facts)) writeRow(pdf, label, value);
  pdf.moveDown(1.5);
  writeText(pdf, statementOf(facts));
  pdf.moveDown(2);
  writeText(pdf, facts.certifierName, { bold: true });
  writeText(pdf, facts.certifierRole);
  writeText(pdf, `Certified on ${facts.certifiedOn}`);
  writeNote(pdf, `Made by Fundproof from the certifier's entries on ${setting.now.toISOString().slice(0, 10)} (UTC).`);
  pdf.end();
  return pdf;
}

function rowsOf(facts: CertificationFacts): readonly (readonly [label: string, value: string])[] {
  const amount = (value: Money) => `${amountText(value)} ${value.currency}`;
  return [
    ["Period of the work", `${facts.from} to ${facts.to}`],
    ["Person or role", facts.personOrRole],
    ["Work done", facts.workDone],
    ["Quantity", `${facts.quantity} ${facts.unit}`],
    ["Cost per unit", amount(facts.unitCost)],
    ["Total", amount(facts.total)],
  ];
}

/** Only an accepted certification states anything; a draft says that it does not. */
function statementOf(facts: CertificationFacts): string {
  return facts.accepted
    ? "I certify that this work was done by the partner's own people in the period stated, that the cost is actual cost without margin, and that I have the authority to say so."
    : "DRAFT. Not certified yet.";
}
