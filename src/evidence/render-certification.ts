import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { amountText, type Money } from "../money/index.ts";
import type { CertificationFacts } from "./certification.ts";

/** Liberation Sans (SIL Open Font License) comes with the PDF library: Latin, Greek and Cyrillic letters, embedded. */
const FONTS = createRequire(import.meta.url);
const REGULAR = FONTS.resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf");
const BOLD = FONTS.resolve("pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf");

const MARGIN = 56;
const LABEL_WIDTH = 150;

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
  // Loaded when first needed: the program starts a tenth of a second sooner.
  const { default: PDFDocument } = await import("pdfkit");
  const title = `Certification of in-house cost, claim ${setting.claimNumber}`;
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    tagged: true,
    lang: "en",
    displayTitle: true,
    font: REGULAR,
    info: { Title: title, Creator: "Fundproof", CreationDate: setting.now, ModDate: setting.now },
  });
  pdf.font(BOLD).fontSize(18).text("Certification of in-house cost");
  pdf
    .font(REGULAR)
    .fontSize(10)
    .fillColor("#555555")
    .text(`${setting.partnerName} · claim ${setting.claimNumber}, ${setting.claimName}`);
  pdf.fillColor("#000000").moveDown(1.5);
  for (const [label, value] of rowsOf(facts)) writeRow(pdf, label, value);
  pdf.moveDown(1.5);
  pdf.font(REGULAR).fontSize(11).text(statementOf(facts), MARGIN);
  pdf
    .moveDown(2)
    .font(BOLD)
    .text(facts.certifierName)
    .font(REGULAR)
    .text(facts.certifierRole)
    .text(`Certified on ${facts.certifiedOn}`);
  pdf.moveDown(2).fontSize(8).fillColor("#555555");
  pdf.text(`Made by Fundproof from the certifier's entries on ${setting.now.toISOString().slice(0, 10)} (UTC).`);
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

function writeRow(pdf: PDFKit.PDFDocument, label: string, value: string): void {
  const top = pdf.y;
  pdf
    .font(BOLD)
    .fontSize(11)
    .text(label, MARGIN, top, { width: LABEL_WIDTH - 10 });
  const below = pdf.y;
  pdf.font(REGULAR).text(value, MARGIN + LABEL_WIDTH, top);
  pdf.y = Math.max(below, pdf.y) + 6;
  pdf.x = MARGIN;
}
