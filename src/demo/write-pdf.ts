import PDFDocument from "pdfkit";

/** A page in points, A4. */
export const PAGE = { left: 56, right: 539, top: 56, bottom: 770 } as const;

/** Makes a PDF in memory. Times in it are those given, so that the same content always gives the same bytes. */
export async function writePdf(
  facts: { readonly title: string; readonly author: string; readonly at: Date },
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: PAGE.top, left: PAGE.left, right: 56, bottom: 56 },
    info: { Title: facts.title, Author: facts.author, CreationDate: facts.at, ModDate: facts.at },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  draw(pdf);
  pdf.end();
  return done;
}
