import { fileURLToPath } from "node:url";

/** Inter (SIL Open Font License, see fonts/README.md): Latin, Greek and Cyrillic letters, embedded. */
const REGULAR = fileURLToPath(new URL("fonts/Inter-Regular.ttf", import.meta.url));
const BOLD = fileURLToPath(new URL("fonts/Inter-Bold.ttf", import.meta.url));

const MARGIN = 56;
const LABEL_WIDTH = 150;
const BLACK = "#000000";
const GREY = "#555555";

/** A document that is being written; `end()` it and send it as the stream it is. */
export type PdfPage = PDFKit.PDFDocument;

/**
 * Begins a document of A4 pages with a title and a line below it: PDF/A-3b with embedded fonts, dated `now`. The same calls
 * at the same time give the same text.
 */
export async function openPage(page: {
  readonly title: string;
  readonly heading: string;
  readonly below: string;
  readonly now: Date;
}): Promise<PdfPage> {
  // Loaded when first needed: the program starts a tenth of a second sooner.
  const { default: PDFDocument } = await import("pdfkit");
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    tagged: true,
    lang: "en",
    displayTitle: true,
    font: REGULAR,
    info: { Title: page.title, Creator: "Fundproof", CreationDate: page.now, ModDate: page.now },
  });
  pdf.font(BOLD).fontSize(18).text(page.heading);
  pdf.font(REGULAR).fontSize(10).fillColor(GREY).text(page.below);
  pdf.fillColor(BLACK).moveDown(1.5);
  return pdf;
}

/** A label and its value beside each other; a long value goes on below itself. */
export function writeRow(pdf: PdfPage, label: string, value: string): void {
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

/** The heading of a part. */
export function writeHeading(pdf: PdfPage, text: string): void {
  pdf.moveDown(1).font(BOLD).fontSize(12).text(text, MARGIN).moveDown(0.4);
}

/** A paragraph, in bold letters when it is somebody's name. */
export function writeText(pdf: PdfPage, text: string, options: { readonly bold?: boolean } = {}): void {
  pdf
    .font(options.bold ? BOLD : REGULAR)
    .fontSize(11)
    .text(text, MARGIN);
}

/** One point of a list. */
export function writeItem(pdf: PdfPage, text: string): void {
  pdf.font(REGULAR).fontSize(11).text(`\u2022  ${text}`, MARGIN).moveDown(0.3);
}

/** The small print at the end. */
export function writeNote(pdf: PdfPage, text: string): void {
  pdf.moveDown(2).font(REGULAR).fontSize(8).fillColor(GREY).text(text, MARGIN).fillColor(BLACK);
}
