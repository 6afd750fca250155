import { z } from "zod";
import { Amounts, Code, Label, Span } from "../edition-values.ts";
import { FieldShape } from "./field-schema.ts";

/** Until when a claim may be made, counted from the end of the activity; the claim window of the period holds as well. */
export const DueAfterActivityShape = z
  .strictObject({
    within: Span.describe("Length of time after the activity ended"),
    firstClaimWithin: Span.optional().describe("Longer time for the first claim of a location in this program"),
    exception: Code.optional().describe("Code of a document that lifts the limit when it was added in time"),
  })
  .meta({
    id: "DueAfterActivity",
    description: "Until when a claim may be made after the activity",
    examples: [{ within: { count: 30, unit: "days" }, firstClaimWithin: { count: 60, unit: "days" } }],
  });
/** Until when a claim may be made, counted from the end of the activity. */
export type DueAfterActivity = z.infer<typeof DueAfterActivityShape>;

/** Statements of an invoice that the program reads itself; all others are for the reviewer's eye. */
export const READ_STATEMENTS = [
  "issuer-name",
  "invoice-number",
  "invoice-date",
  "billed-to",
  "currency",
  "line-description",
  "line-amount",
  "line-quantity",
  "subtotal",
  "tax-amount",
  "total",
] as const;

const Statement = z
  .strictObject({
    code: Code.describe(`What it must show; ${READ_STATEMENTS.join(", ")} are read, others are for the reviewer`),
    name: Label,
    severity: z.enum(["blocks", "warns"]).optional().describe("What a missing one does; blocks when unsaid"),
  })
  .meta({ id: "InvoiceStatement", description: "What an invoice must show" });

/** Spans over which claims or requests are counted. */
export const COUNT_SPANS = ["week", "month", "quarter", "usage-period", "program-year", "event"] as const;

/** At most so many claims or requests in a span. */
export const CountLimitShape = z
  .strictObject({
    code: Code,
    counts: z.enum(["claims", "requests"]),
    most: z.int().min(1).max(100_000),
    per: z.enum(COUNT_SPANS),
    activityTypes: z.array(Code).min(1).optional(),
  })
  .meta({
    id: "CountLimit",
    description: "At most so many claims or requests in a span of time",
    examples: [{ code: "nominations", counts: "requests", most: 35, per: "week" }],
  });
/** At most so many claims or requests in a span. */
export type CountLimit = z.infer<typeof CountLimitShape>;

/** What holds for every claim of the program, whatever its activity type. */
export const ClaimRulesShape = z
  .strictObject({
    dueAfterActivity: DueAfterActivityShape.optional(),
    resubmission: z
      .strictObject({ within: Span, times: z.int().min(1).max(20).optional().describe("How often; any when unsaid") })
      .optional()
      .describe("Whether and until when a rejected claim may be submitted again, counted from the rejection"),
    minimum: Amounts.optional().describe("Least amount of one claim"),
    most: Amounts.optional().describe("Greatest amount of one claim"),
    name: z
      .strictObject({ pattern: z.string().min(1).max(200), example: Label })
      .optional()
      .describe("Form that the name of a claim must have; * is any text, # a digit"),
    files: z
      .strictObject({ most: z.int().min(1).max(50).optional(), mostLinks: z.int().min(0).max(200).optional() })
      .optional()
      .describe("How many files and links one claim may have"),
    fields: z.array(FieldShape).max(60).optional().describe("Fields that this program asks for"),
    invoiceMustShow: z.array(Statement).optional(),
    certificationMustShow: z.array(Statement).optional().describe("For the reviewer's eye"),
    counts: z.array(CountLimitShape).optional(),
    reimbursableTax: z
      .enum(["none", "non-recoverable"])
      .optional()
      .describe("Which tax may stand in a line; none when unsaid"),
    balance: z
      .enum(["blocks", "cuts"])
      .optional()
      .describe("What an amount above the balance does: it is refused (also when unsaid), or cut"),
  })
  .meta({ id: "ClaimRules", description: "What holds for every claim of the program" });
/** What holds for every claim of the program. */
export type ClaimRules = z.infer<typeof ClaimRulesShape>;
