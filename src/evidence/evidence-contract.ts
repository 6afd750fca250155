import { z } from "zod";
import { isCurrency } from "../money/index.ts";
import {
  DateWire,
  idIn,
  idWire,
  MoneyWire,
  NonNegativeMoneyIn,
  PositiveMoneyIn,
  textIn,
} from "../platform/http/index.ts";
import { CERTIFICATION_UNITS } from "./certification.ts";

const MAX_LINES = 200;
const MAX_METRICS = 50;

/** What a draft may leave out: null when missing, null or empty; else read by the schema, with its own codes. */
function orNull<T>(schema: z.ZodType<T, string>) {
  return z
    .string()
    .nullish()
    .transform((given, context): T | null => {
      if (given === undefined || given === null || given.trim() === "") return null;
      const read = schema.safeParse(given);
      if (read.success) return read.data;
      for (const issue of read.error.issues) {
        const code = issue.code === "custom" ? issue.params?.["code"] : issue.code.replaceAll("_", "-");
        context.addIssue({ code: "custom", message: issue.message, params: { code } });
      }
      return z.NEVER;
    });
}

/** Text that a draft may leave out; empty then. */
function optionalText(max: number) {
  return orNull(textIn(max)).transform((text) => text ?? "");
}

/** A code of a catalogue. */
const CodeIn = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A code has small letters, digits and hyphens.");
const CurrencyIn = z
  .string()
  .refine(isCurrency, { message: "This is no currency code of ISO 4217.", params: { code: "unknown-currency" } });
const OptionalFileIn = idIn("file")
  .nullish()
  .transform((id) => id ?? null);

/** A number of pieces, hours or days: above zero, at most 12 digits before and 6 after the point, kept as text. */
export const QuantityIn = z
  .union([z.string().trim().max(30), z.number()])
  .transform((value, context): string => {
    const text = String(value);
    const match = /^(\d{1,12})(?:\.(\d{1,30}))?$/.exec(text);
    const refuse = (code: string, message: string) => {
      context.addIssue({ code: "custom", message, params: { code } });
      return z.NEVER;
    };
    if (text.startsWith("-")) return refuse("negative", "The quantity must not be below zero.");
    if (!match) return refuse("not-a-number", "Write the quantity as digits with a point, such as 2.5.");
    if ((match[2] ?? "").length > 6) return refuse("too-many-decimals", "A quantity has at most 6 decimals.");
    if (/^[0.]*$/.test(text)) return refuse("not-positive", "The quantity must be above zero.");
    return plainDecimal(match[1] ?? "0", match[2] ?? "");
  })
  .describe("Decimal above zero; text or number");

/** One way to write a decimal: no leading zeros, no zeros at the end. */
function plainDecimal(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, "");
  return BigInt(whole).toString() + (digits && `.${digits}`);
}

/** A line of an invoice in a request. Without a unit price the line is one piece at its amount. */
const InvoiceLineBody = z
  .strictObject({
    description: optionalText(500),
    expenseType: orNull(CodeIn),
    quantity: QuantityIn.optional(),
    unitPrice: PositiveMoneyIn.optional(),
    lineAmount: PositiveMoneyIn,
    person: orNull(textIn(200)),
  })
  .transform((line) => ({ ...line, quantity: line.quantity ?? "1", unitPrice: line.unitPrice ?? line.lineAmount }));

/** POST /claims/{id}/invoices. `billedTo`, `file` and parts of lines may be missing in a draft. */
export const InvoiceBody = z
  .strictObject({
    supplierName: textIn(200),
    number: textIn(100),
    date: DateWire,
    billedTo: optionalText(200),
    currency: CurrencyIn,
    subtotal: PositiveMoneyIn,
    tax: NonNegativeMoneyIn,
    total: PositiveMoneyIn,
    lines: z.array(InvoiceLineBody).max(MAX_LINES, `At most ${MAX_LINES} lines.`),
    file: OptionalFileIn,
  })
  .meta({ id: "InvoiceBody" });
export type InvoiceBody = z.output<typeof InvoiceBody>;

/** POST /claims/{id}/certifications. */
export const CertificationBody = z
  .strictObject({
    from: DateWire,
    to: DateWire,
    personOrRole: textIn(200),
    workDone: textIn(2000),
    expenseType: orNull(CodeIn),
    unit: z.enum(CERTIFICATION_UNITS),
    quantity: QuantityIn,
    unitCost: PositiveMoneyIn,
    total: PositiveMoneyIn,
    currency: CurrencyIn.optional(),
    certifierName: textIn(200),
    certifierRole: textIn(200),
    certifiedOn: DateWire,
    accepted: z.boolean(),
  })
  .refine((body) => body.from <= body.to, {
    message: "The last day must not be before the first.",
    path: ["to"],
    params: { code: "dates-not-in-order" },
  })
  .meta({ id: "CertificationBody" });
export type CertificationBody = z.output<typeof CertificationBody>;

const UrlIn = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: "Write the whole address, beginning with https://.",
    params: { code: "not-a-link" },
  })
  .transform((text) => new URL(text).href);

/** POST /claims/{id}/documents: a file or a link, with a note (which a draft may still lack). */
export const DocumentBody = z
  .strictObject({
    evidenceCode: CodeIn,
    note: optionalText(2000),
    file: OptionalFileIn,
    url: orNull(UrlIn),
    supersedes: idIn("document")
      .nullish()
      .transform((id) => id ?? null),
  })
  .refine((body) => (body.file === null) !== (body.url === null), {
    message: "Give either a file or a link.",
    path: ["file"],
    params: { code: "file-or-url" },
  })
  .meta({ id: "DocumentBody" });
export type DocumentBody = z.output<typeof DocumentBody>;

/** PATCH /claims/{id}/documents/{document}: the note, or the slot. */
export const DocumentPatch = z
  .strictObject({ note: textIn(2000).optional(), evidenceCode: CodeIn.optional() })
  .meta({ id: "DocumentPatch" });
export type DocumentPatch = z.output<typeof DocumentPatch>;

/** PUT /claims/{id}/metrics: {code: value}; a value is text, a number, a file id, or null to leave it out. */
export const MetricsBody = z
  .record(CodeIn, z.union([z.string().max(4000), z.number(), z.null()]))
  .refine((metrics) => Object.keys(metrics).length <= MAX_METRICS, { message: `At most ${MAX_METRICS} metrics.` })
  .meta({ id: "MetricsBody" });
export type MetricsBody = z.output<typeof MetricsBody>;

/** An uploaded file: the answer of POST /files and GET /files/{id}. */
export const FileResource = z
  .object({
    id: idWire("file"),
    name: z.string(),
    sha256: z.string().describe("SHA-256 of the bytes, hexadecimal"),
    size: z.number().int().describe("Bytes"),
    mediaType: z.string().describe("Decided by the content, not by the name"),
    scan: z.enum(["not-scanned", "clean", "infected"]),
  })
  .meta({ id: "File" });
export type FileResource = z.output<typeof FileResource>;

/** A file as part of another resource. */
export const FileSummary = FileResource.pick({ id: true, name: true, mediaType: true, size: true }).meta({
  id: "FileSummary",
});

const lineDecision = {
  eligibleAmount: MoneyWire.nullable().describe("What the rules leave of it; null before the first submission"),
  approvedAmount: MoneyWire.nullable(),
  reasonCode: z.string().nullable(),
};

/** A line of an invoice in a response. */
export const InvoiceLineResource = z
  .object({
    id: idWire("invoiceLine"),
    description: z.string(),
    expenseType: z.string().nullable(),
    quantity: z.string().describe("Decimal text"),
    unitPrice: MoneyWire,
    lineAmount: MoneyWire,
    person: z.string().nullable(),
    ...lineDecision,
  })
  .meta({ id: "InvoiceLine" });

/** An invoice in a response. */
export const InvoiceResource = z
  .object({
    id: idWire("invoice"),
    version: z.number().int(),
    supplierName: z.string(),
    number: z.string(),
    date: DateWire,
    billedTo: z.string(),
    currency: z.string(),
    subtotal: MoneyWire,
    tax: MoneyWire,
    total: MoneyWire,
    lines: z.array(InvoiceLineResource),
    file: FileSummary.nullable(),
  })
  .meta({ id: "Invoice" });
export type InvoiceResource = z.output<typeof InvoiceResource>;

/** A certification of in-house cost in a response; `file` is the PDF made from it. */
export const CertificationResource = z
  .object({
    id: idWire("certification"),
    version: z.number().int(),
    from: DateWire,
    to: DateWire,
    personOrRole: z.string(),
    workDone: z.string(),
    expenseType: z.string().nullable(),
    unit: z.enum(CERTIFICATION_UNITS),
    quantity: z.string(),
    unitCost: MoneyWire,
    total: MoneyWire,
    currency: z.string(),
    certifierName: z.string(),
    certifierRole: z.string(),
    certifiedOn: DateWire,
    accepted: z.boolean(),
    file: FileSummary.nullable(),
    ...lineDecision,
  })
  .meta({ id: "Certification" });
export type CertificationResource = z.output<typeof CertificationResource>;

/** A proof document in a response. */
export const DocumentResource = z
  .object({
    id: idWire("document"),
    version: z.number().int(),
    evidenceCode: z.string(),
    note: z.string(),
    file: FileSummary.nullable(),
    url: z.string().nullable(),
    supersedes: idWire("document").nullable(),
    addedAt: z.string(),
  })
  .meta({ id: "ProofDocument" });
export type DocumentResource = z.output<typeof DocumentResource>;

/** Metric values in a response: {code: value}; a file is given by its id. */
export const MetricsResource = z.record(z.string(), z.string()).meta({ id: "Metrics" });
export type MetricsResource = z.output<typeof MetricsResource>;
