import type { IsoDate } from "../kernel/index.ts";
import { PAGE, writePdf } from "./write-pdf.ts";

/** A document of a page or so: an agenda, a script, terms of an offer, a mailing receipt. */
export interface Letter {
  readonly from: string;
  readonly title: string;
  readonly date: IsoDate;
  /** One paragraph each; one that begins with "- " is an item of a list. */
  readonly paragraphs: readonly string[];
}

/** Writes a document as a PDF. */
export function writeLetterPdf(letter: Letter): Promise<Buffer> {
  const facts = { title: letter.title, author: letter.from, at: new Date(`${letter.date}T09:00:00Z`) };
  return writePdf(facts, (pdf) => {
    pdf.rect(0, 0, 596, 10).fill("#334e68");
    pdf.font("Helvetica").fontSize(10).fillColor("#52606d").text(`${letter.from}, ${letter.date}`, PAGE.left, 48);
    pdf.font("Helvetica-Bold").fontSize(20).fillColor("#102a43").text(letter.title, PAGE.left, 70, { width: 480 });
    pdf.moveDown(0.8);
    for (const paragraph of letter.paragraphs) {
      const item = paragraph.startsWith("- ");
      pdf.font("Helvetica").fontSize(11).fillColor("#1f2933");
      pdf.text(item ? `\u2022  ${paragraph.slice(2)}` : paragraph, { width: 480, indent: item ? 12 : 0 });
      pdf.moveDown(item ? 0.3 : 0.8);
    }
  });
}
