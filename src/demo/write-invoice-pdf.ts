import { type DemoInvoice, lineAmount, printed, totalsOf } from "./demo-invoice.ts";
import { PAGE, writePdf } from "./write-pdf.ts";

const COLUMNS = { description: 56, quantity: 330, price: 380, amount: 465 } as const;
const COLOURS = ["#1f4e9c", "#0b6b53", "#6b2c91", "#9a3412", "#155e75"] as const;

/** A supplier's invoice as a PDF, with letterhead, lines, tax and total; as many pages as it needs. */
export function writeInvoicePdf(invoice: DemoInvoice): Promise<Buffer> {
  const facts = {
    title: `Invoice ${invoice.number}`,
    author: invoice.supplier.name,
    at: new Date(`${invoice.date}T09:00:00Z`),
  };
  return writePdf(facts, (pdf) => {
    const colour = COLOURS[invoice.supplier.name.length % COLOURS.length] ?? COLOURS[0];
    letterhead(pdf, invoice, colour);
    let y = tableHead(pdf, 292, colour);
    invoice.lines.forEach((line, index) => {
      const text = `${index + 1}. ${line.description}${line.person === undefined ? "" : ` (${line.person})`}`;
      pdf.font("Helvetica").fontSize(9).fillColor("#1f2933");
      const height = Math.max(16, pdf.heightOfString(text, { width: 265 }) + 6);
      if (y + height > PAGE.bottom - 40) {
        pdf.addPage();
        y = tableHead(pdf, PAGE.top, colour);
        pdf.font("Helvetica").fontSize(9).fillColor("#1f2933");
      }
      pdf.text(text, COLUMNS.description, y, { width: 265 });
      right(pdf, line.quantity, COLUMNS.quantity, y, 42);
      right(pdf, printed(line.unitPrice), COLUMNS.price, y, 78);
      right(pdf, printed(lineAmount(line)), COLUMNS.amount, y, 74);
      y += height;
      pdf
        .moveTo(PAGE.left, y - 3)
        .lineTo(PAGE.right, y - 3)
        .lineWidth(0.4)
        .stroke("#d5dbe1");
    });
    totals(pdf, invoice, y + 8);
  });
}

function letterhead(pdf: PDFKit.PDFDocument, invoice: DemoInvoice, colour: string): void {
  const { supplier } = invoice;
  pdf.rect(0, 0, 596, 14).fill(colour);
  pdf.font("Helvetica-Bold").fontSize(17).fillColor(colour).text(supplier.name, PAGE.left, 46, { width: 300 });
  pdf.font("Helvetica").fontSize(9).fillColor("#52606d");
  pdf.text(`${supplier.address}\nTax no. ${supplier.taxId}`, PAGE.left, 88, { width: 260 });
  pdf.font("Helvetica-Bold").fontSize(20).fillColor("#1f2933");
  pdf.text("INVOICE", 360, 46, { width: 179, align: "right" });
  pdf.font("Helvetica").fontSize(9);
  const facts = [
    ["Invoice number", invoice.number],
    ["Invoice date", invoice.date],
    ["Work done on", invoice.workOn],
    ["Currency", invoice.currency],
  ] as const;
  facts.forEach(([name, value], index) => {
    pdf.fillColor("#52606d").text(name, 360, 80 + index * 15, { width: 85 });
    pdf.fillColor("#1f2933");
    right(pdf, value, 445, 80 + index * 15, 94);
  });
  pdf.fillColor("#52606d").text("Billed to", PAGE.left, 160);
  pdf.font("Helvetica-Bold").fontSize(11).fillColor("#1f2933").text(invoice.billedTo, PAGE.left, 174, { width: 300 });
  pdf.font("Helvetica").fontSize(9).text(invoice.billedToAddress, { width: 300 });
}

function tableHead(pdf: PDFKit.PDFDocument, y: number, colour: string): number {
  pdf.rect(PAGE.left - 6, y, PAGE.right - PAGE.left + 12, 20).fill(colour);
  pdf
    .font("Helvetica-Bold")
    .fontSize(9)
    .fillColor("#ffffff")
    .text("Description", COLUMNS.description, y + 6);
  right(pdf, "Quantity", COLUMNS.quantity, y + 6, 42);
  right(pdf, "Unit price", COLUMNS.price, y + 6, 78);
  right(pdf, "Amount", COLUMNS.amount, y + 6, 74);
  return y + 28;
}

function totals(pdf: PDFKit.PDFDocument, invoice: DemoInvoice, top: number): void {
  const { subtotal, tax, total } = totalsOf(invoice);
  let y = top;
  if (y > PAGE.bottom - 110) {
    pdf.addPage();
    y = PAGE.top;
  }
  const rows = [
    ["Subtotal", printed(subtotal), "Helvetica"],
    [`Tax ${invoice.supplier.taxPercent} %`, printed(tax), "Helvetica"],
    [`Total ${invoice.currency}`, printed(total), "Helvetica-Bold"],
  ] as const;
  for (const [name, value, font] of rows) {
    pdf.font(font).fontSize(10).fillColor("#1f2933").text(name, 360, y, { width: 100 });
    right(pdf, value, COLUMNS.amount, y, 74);
    y += 17;
  }
  pdf.font("Helvetica").fontSize(9).fillColor("#52606d");
  pdf.text("Payable within 30 days without deduction. Thank you for working with us.", PAGE.left, y + 18, {
    width: 400,
  });
}

function right(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, width: number): void {
  pdf.text(text, x, y, { width, align: "right" });
}
