import { describe, expect, test } from "vitest";
import { DomainError, idText, newUuid } from "../kernel/index.ts";
import { parseOrRefuse } from "../platform/http/index.ts";
import { CertificationBody, DocumentBody, InvoiceBody, MetricsBody } from "./evidence-contract.ts";
import { certificationFacts, invoiceFacts, metricInputs } from "./read-bodies.ts";

const usd = (amount: string) => ({ amount, currency: "USD" });
const fileId = newUuid();
const invoice = {
  supplierName: "Blue Sky Media",
  number: "4711",
  date: "2026-10-02",
  billedTo: "Example Partner",
  currency: "USD",
  subtotal: usd("1250.00"),
  tax: usd("0.00"),
  total: usd("1250.00"),
  lines: [
    {
      description: "Banner",
      expenseType: "media-placement",
      quantity: "2",
      unitPrice: usd("625.00"),
      lineAmount: usd("1250.00"),
    },
  ],
  file: idText("file", fileId),
};
const line = invoice.lines[0];

function faults(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return (error.errors ?? []).map((fault) => `${fault.field}: ${fault.code}`);
    throw error;
  }
  return [];
}
const read = (change: object, currency = "USD") =>
  faults(() => invoiceFacts(parseOrRefuse(InvoiceBody, { ...invoice, ...change }, "body"), currency));
const withLine = (change: object) => read({ lines: [{ ...line, ...change }] });

describe("an invoice as it is entered", () => {
  test("a complete one is read exactly", () => {
    const facts = invoiceFacts(parseOrRefuse(InvoiceBody, invoice, "body"), "USD");
    expect(facts).toMatchObject({ total: { minor: 125_000n, currency: "USD" }, fileId });
    expect(facts.lines[0]).toMatchObject({ quantity: "2", unitPrice: { minor: 62_500n }, person: null });
  });

  test("a draft may lack the file, the addressee and parts of a line", () => {
    const { file: _file, billedTo: _billedTo, ...rest } = invoice;
    const draft = { ...rest, lines: [{ lineAmount: usd("10.00") }] };
    expect(invoiceFacts(parseOrRefuse(InvoiceBody, draft, "body"), "USD")).toMatchObject({
      fileId: null,
      billedTo: "",
      lines: [{ description: "", expenseType: null, quantity: "1", unitPrice: { minor: 1000n } }],
    });
  });

  test("sums that do not add up are accepted: they are findings", () => {
    expect(read({ total: usd("9.99") })).toEqual([]);
  });

  test.each([
    ["too many decimals", { total: usd("1.005") }, "total.amount: too-many-decimals"],
    ["a negative amount", { subtotal: usd("-1.00") }, "subtotal.amount: not-positive"],
    ["zero", { total: usd("0.00") }, "total.amount: not-positive"],
    ["negative tax", { tax: usd("-0.01") }, "tax.amount: negative"],
    ["a huge amount", { total: usd("99999999999999.00") }, "total.amount: too-large"],
    ["no number", { total: usd("1,250.00") }, "total.amount: not-a-number"],
    ["an unknown currency", { total: { amount: "1.00", currency: "ZZZ" } }, "total.currency: unknown-currency"],
    ["a day that does not exist", { date: "2026-02-30" }, "date: not-a-date"],
    ["another kind of id", { file: "clm_00000000000000000000000000" }, "file: unknown-id"],
    ["a field nobody knows", { discount: 1 }, "discount: unknown-field"],
  ])("%s is refused by name", (_what, change, fault) => {
    expect(read(change)).toEqual([fault]);
  });

  test.each([
    ["a line of nothing", { lineAmount: usd("0") }, "lines[0].lineAmount.amount: not-positive"],
    ["a negative line", { lineAmount: usd("-5.00") }, "lines[0].lineAmount.amount: not-positive"],
    ["no pieces", { quantity: "0.000" }, "lines[0].quantity: not-positive"],
    ["negative pieces", { quantity: -2 }, "lines[0].quantity: negative"],
    ["a quantity with a comma", { quantity: "1,5" }, "lines[0].quantity: not-a-number"],
    ["a quantity too fine", { quantity: "0.1234567" }, "lines[0].quantity: too-many-decimals"],
  ])("%s is refused by name", (_what, change, fault) => {
    expect(withLine(change)).toEqual([fault]);
  });

  test.each([
    ["2.50", "2.5"],
    ["007", "7"],
    ["3.000", "3"],
    [0.5, "0.5"],
  ])("a quantity %s is kept as %s", (given, kept) => {
    const body = parseOrRefuse(InvoiceBody, { ...invoice, lines: [{ ...line, quantity: given }] }, "body");
    expect(body.lines[0]?.quantity).toBe(kept);
  });

  test("every amount must be in the claim's currency", () => {
    const euro = { amount: "1.00", currency: "EUR" };
    expect(read({ tax: euro, lines: [{ ...line, unitPrice: euro }] })).toEqual([
      "tax.currency: currency-mismatch",
      "lines[0].unitPrice.currency: currency-mismatch",
    ]);
    expect(read({}, "EUR")).toContain("currency: currency-mismatch");
  });
});

describe("other proof as it is entered", () => {
  const certification = {
    from: "2026-10-01",
    to: "2026-10-14",
    personOrRole: "Designer",
    workDone: "Artwork",
    unit: "hours",
    quantity: "10",
    unitCost: usd("80.00"),
    total: usd("800.00"),
    certifierName: "Ada Lovelace",
    certifierRole: "Head of marketing",
    certifiedOn: "2026-10-15",
    accepted: true,
  };
  const readCertification = (change: object, currency = "USD") =>
    faults(() =>
      certificationFacts(parseOrRefuse(CertificationBody, { ...certification, ...change }, "body"), currency),
    );

  test("a certification counts hours, days or pieces, in order of days and in the claim's currency", () => {
    expect(readCertification({})).toEqual([]);
    expect(readCertification({ unit: "weeks" })).toEqual(["unit: invalid-value"]);
    expect(readCertification({ to: "2026-09-30" })).toEqual(["to: dates-not-in-order"]);
    expect(readCertification({}, "EUR")).toContain("total.currency: currency-mismatch");
  });

  test("a document is either a file or a link of the web", () => {
    const readDocument = (change: object) =>
      faults(() =>
        parseOrRefuse(DocumentBody, { evidenceCode: "ad-screenshot", note: "Home page", ...change }, "body"),
      );
    const file = idText("file", fileId);
    expect(readDocument({ file })).toEqual([]);
    expect(readDocument({ url: "https://example.com/ad" })).toEqual([]);
    expect(readDocument({ file, url: "https://example.com/ad" })).toEqual(["file: file-or-url"]);
    expect(readDocument({})).toEqual(["file: file-or-url"]);
    expect(readDocument({ url: "javascript:alert(1)" })).toEqual(["url: not-a-link"]);
    expect(readDocument({ file, evidenceCode: "Ad Screenshot" })).toEqual(["evidenceCode: invalid-format"]);
  });

  test("a metric is a text, a number or a file; empty means none", () => {
    const body = parseOrRefuse(
      MetricsBody,
      { reach: 12_000, summary: " good ", list: idText("file", fileId), cost: "", other: null },
      "body",
    );
    expect(Object.fromEntries(metricInputs(body))).toEqual({
      reach: { value: "12000", fileId: null },
      summary: { value: "good", fileId: null },
      list: { value: null, fileId },
    });
  });
});
