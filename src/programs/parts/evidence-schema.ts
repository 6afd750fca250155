import { z } from "zod";
import { Amount, Code, Expression, Label, Span } from "../edition-values.ts";
import { PROOF_KINDS } from "../guide/proof-kinds.ts";

/** When a slot that is not always required becomes required. */
export const EvidenceCondition = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("line-of-expense-type"),
      expenseTypes: z.array(Code).min(1).describe("Required as soon as one claimed line is of one of these types"),
    }),
    z.strictObject({
      kind: z.literal("judged-by-reviewer"),
      text: Label.describe("What the reviewer judges; never blocks a submission"),
    }),
    z.strictObject({
      kind: z.literal("amount-above"),
      above: Amount.describe("Required when more than this is claimed"),
    }),
    z.strictObject({
      kind: z.literal("field-is"),
      field: Code.describe("A field of claims.fields"),
      anyOf: z.array(z.string().min(1).max(200)).min(1).describe("Required when the field has one of these values"),
    }),
    z.strictObject({
      kind: z.literal("in-house-cost").describe("Required when cost is certified instead of invoiced"),
    }),
    z.strictObject({ kind: z.literal("expression"), when: Expression.describe("Required when this holds") }),
  ])
  .describe("Condition under which the slot is required");

const examples = z.array(z.string().trim().min(1).max(200)).min(1).max(10);

/** What the program tells partners about good and bad proof; it helps, and judges nothing. */
const Examples = z
  .strictObject({
    proofKind: z
      .enum(PROOF_KINDS)
      .optional()
      .describe("Kind of proof whose usual examples are shown, in the language of the reader"),
    good: examples.optional().describe("What makes it good proof, in your own words"),
    bad: examples.optional().describe("What is not enough, in your own words"),
  })
  .describe("Examples that partners read beside it; none are shown when unsaid");

/** One slot of the evidence checklist. */
export const EvidenceSlot = z
  .strictObject({
    code: Code.describe("Code of the slot, unique in the activity type"),
    description: Label.describe("What must be shown"),
    required: z
      .boolean()
      .describe("Whether a claim cannot be submitted without it")
      .meta({ examples: [true] }),
    alternatives: z
      .array(Code)
      .describe("Codes of documents any one of which fills the slot; the slot's own code always does"),
    allowsLink: z.boolean().describe("Whether a link may stand in place of a file"),
    requiredWhen: EvidenceCondition.optional(),
    alternativeSets: z
      .array(z.array(Code).min(2))
      .min(1)
      .optional()
      .describe("Sets of documents: all of one set together fill the slot as well"),
    mustShow: z
      .array(Code)
      .optional()
      .describe("Core requirements that this slot itself must show; judged by the reviewer"),
    files: z
      .strictObject({
        most: z.int().min(1).max(50).optional(),
        mostLinks: z.int().min(0).max(200).optional(),
        domains: z.array(z.string().min(3).max(100)).min(1).optional().describe("Links only to these domains"),
        mediaTypes: z
          .array(z.string().min(3).max(100))
          .min(1)
          .optional()
          .describe("Files only of these types, such as image/*"),
        newerThanActivity: z.boolean().optional().describe("What is shown must not be older than the activity"),
      })
      .optional(),
    examples: Examples.optional(),
    dueAfterActivity: Span.optional().describe("The document must be added this long after the activity at the latest"),
  })
  .meta({ id: "EvidenceSlot", description: "One slot of the evidence checklist" });

/** Units in which metrics are given. */
export const METRIC_UNITS = [
  "people",
  "calls",
  "contacts",
  "number",
  "currency-amount",
  "document",
  "document-or-text",
] as const;

const count = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'a number as text, such as "250"');

/** Between what a metric can be true. */
const Bounds = z
  .strictObject({
    least: count.optional().describe("Less than this is not plausible"),
    most: count.optional().describe("More than this is not plausible"),
    notAbove: Code.optional().describe("Another metric of the type that it cannot exceed"),
    costPerUnit: Amount.optional().describe("Amount claimed for each unit, at most"),
    severity: z.enum(["blocks", "warns"]).describe("What an implausible value does"),
  })
  .describe("Between what the value is plausible");

/** A number or file that shows result or reach. */
export const MetricShape = z
  .strictObject({
    code: Code,
    name: Label,
    unit: z.enum(METRIC_UNITS).describe("Unit of the value"),
    required: z.boolean(),
    bounds: Bounds.optional(),
    askedOn: z
      .enum(["claim", "request", "both"])
      .optional()
      .describe("On the claim as the result (also when unsaid), on the request as the expectation, or on both"),
  })
  .meta({ id: "Metric", description: "A number or file that shows result or reach" });
/** One slot of the evidence checklist. */
export type EvidenceSlot = z.infer<typeof EvidenceSlot>;
/** A number or file that shows result or reach. */
export type Metric = z.infer<typeof MetricShape>;
