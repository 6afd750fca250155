import { z } from "zod";
import { parseAmount } from "../money/index.ts";
import { Amount, Code, CurrencyCode, Label, Percent } from "./edition-values.ts";

/** Classes of programs; some caps depend on them (rulebook 3.1, 6). */
export const PROGRAM_CLASSES = ["default", "device", "device-distributor", "hosting", "commerce"] as const;
/** A class of programs. */
export const ProgramClass = z.enum(PROGRAM_CLASSES).describe("Class of the program; decides between caps");
/** A class of programs. */
export type ProgramClass = z.infer<typeof ProgramClass>;

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
  ])
  .describe("Condition under which the slot is required");

/** One slot of the evidence checklist. */
export const EvidenceSlot = z
  .strictObject({
    code: Code.describe("Code of the slot, unique in the activity type"),
    description: Label.describe("What must be shown"),
    required: z.boolean().describe("Whether a claim cannot be submitted without it"),
    alternatives: z
      .array(Code)
      .describe("Codes of documents any one of which fills the slot; the slot's own code always does"),
    allowsLink: z.boolean().describe("Whether a link may stand in place of a file"),
    requiredWhen: EvidenceCondition.optional(),
  })
  .meta({ id: "EvidenceSlot", description: "One slot of the evidence checklist" });

/** Units in which metrics are given. */
export const METRIC_UNITS = ["people", "calls", "contacts", "currency-amount", "document", "document-or-text"] as const;

/** A number or file that shows result or reach. */
export const MetricShape = z
  .strictObject({
    code: Code,
    name: Label,
    unit: z.enum(METRIC_UNITS).describe("Unit of the value"),
    required: z.boolean(),
  })
  .meta({ id: "Metric", description: "A number or file that shows result or reach" });

/** What a cap counts over. */
export const CAP_SPANS = ["claim", "conference", "usage-period", "usage-period-per-program"] as const;

const per = z
  .enum(CAP_SPANS)
  .describe("What the cap counts over: one claim, one conference, or all claims of the usage period");
const scope = {
  programClass: ProgramClass.optional().describe("Only for programs of this class; without it, for all"),
  appliesToExpenses: z.array(Code).min(1).optional().describe("Only lines of these expense types; without it, all"),
};
const capAmount = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'an amount as text, such as "18750.00"');

const isMoney = ({ amount, currency }: { amount: string; currency: string }) =>
  typeof parseAmount(amount, currency) !== "string";
const wrongDecimals = { message: "an amount with no more decimals than its currency has", path: ["amount"] };

const AbsoluteCap = z
  .strictObject({
    kind: z.literal("absolute"),
    amount: capAmount.describe("Most that may be approved over the span"),
    currency: CurrencyCode,
    per,
    ...scope,
  })
  .refine(isMoney, wrongDecimals);
const PercentCap = z.strictObject({
  kind: z.literal("percent-of-earned"),
  amount: Percent.describe("Percentage of the fund earned for the period"),
  currency: z.null(),
  per,
  ...scope,
});
const PerPersonCap = z
  .strictObject({
    kind: z.literal("per-person"),
    amount: capAmount.describe("Most for one person over the span"),
    currency: CurrencyCode,
    per,
    ...scope,
  })
  .refine(isMoney, wrongDecimals);
const MaxPersonsCap = z.strictObject({
  kind: z.literal("max-persons"),
  amount: z
    .string()
    .regex(/^\d{1,6}$/, 'a number of persons as text, such as "3"')
    .describe("Most persons over the span"),
  currency: z.null(),
  per,
  ...scope,
});
const GreaterOfCap = z.strictObject({
  kind: z.literal("greater-of"),
  amount: z.null(),
  currency: z.null(),
  per,
  of: z
    .array(z.discriminatedUnion("kind", [AbsoluteCap, PercentCap]))
    .min(2)
    .describe("The greatest of these limits counts"),
  ...scope,
});
const UnlimitedCap = z.strictObject({
  kind: z.literal("unlimited"),
  amount: z.null(),
  currency: z.null(),
  per,
  ...scope,
});
const ProgramSpecificCap = z.strictObject({
  kind: z.literal("program-specific"),
  amount: z.null(),
  currency: z.null(),
  per: z.null(),
  ...scope,
});

/** A limit on what may be approved (rulebook 6, T44-T50). */
export const CapShape = z
  .discriminatedUnion("kind", [
    AbsoluteCap,
    PercentCap,
    PerPersonCap,
    MaxPersonsCap,
    GreaterOfCap,
    UnlimitedCap,
    ProgramSpecificCap,
  ])
  .meta({ id: "Cap", description: "Limit on what may be approved for an activity type" });
/** A limit on what may be approved. */
export type Cap = z.infer<typeof CapShape>;

/** A kind of work that may be claimed, with what proves it and what it may cost. */
export const ActivityTypeShape = z
  .strictObject({
    category: Code.describe("Category in which people find it"),
    code: Code,
    name: Label,
    coreRequirements: z.array(Code).describe("What the evidence itself must show; judged by the reviewer"),
    evidence: z.array(EvidenceSlot),
    metrics: z.array(MetricShape),
    eligibleExpenses: z.array(Code).min(1).describe("Expense types that are reimbursed; a line of another type is cut"),
    caps: z.array(CapShape),
    requiresPreApproval: z.boolean().describe("Whether the vendor must have agreed before the work began"),
    preApprovalAbove: Amount.optional().describe(
      "A claim above this amount needs a pre-approval whatever the type says",
    ),
    certificationAllowed: z.boolean().describe("Whether in-house cost may be certified in place of an invoice"),
    metricsWaivedForExpenses: z
      .array(Code)
      .optional()
      .describe("No metrics are asked when all lines are of these types"),
    compositeOf: z.array(Code).optional().describe("Activity types whose evidence is asked for each channel used"),
    excludedProgramClasses: z.array(ProgramClass).optional().describe("Classes of programs that may not use the type"),
    notes: Label.optional(),
  })
  .meta({ id: "ActivityType", description: "Activity type of the catalogue" });

/** A kind of work that may be claimed. */
export type ActivityType = z.infer<typeof ActivityTypeShape>;
/** One slot of the evidence checklist. */
export type EvidenceSlot = z.infer<typeof EvidenceSlot>;
/** A number or file that shows result or reach. */
export type Metric = z.infer<typeof MetricShape>;
