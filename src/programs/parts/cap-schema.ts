import { z } from "zod";
import { parseAmount } from "../../money/index.ts";
import { Code, CurrencyCode, Expression, Percent } from "../edition-values.ts";

/** Classes of programs; some caps depend on them (rulebook 3.1, 6). */
export const PROGRAM_CLASSES = ["default", "device", "device-distributor", "hosting", "commerce"] as const;
/** A class of programs. */
export const ProgramClass = z.enum(PROGRAM_CLASSES).describe("Class of the program; decides between caps");
/** A class of programs. */
export type ProgramClass = z.infer<typeof ProgramClass>;

/** What a cap counts over. */
export const CAP_SPANS = [
  "claim",
  "conference",
  "event",
  "usage-period",
  "usage-period-per-program",
  "program-year",
  "program-year-per-program",
] as const;

const per = z
  .enum(CAP_SPANS)
  .describe(
    "What the cap counts over: one claim or event, or all claims of the usage period or program year, of this activity type or of the whole program",
  );
const scope = {
  programClass: ProgramClass.optional().describe("Only for programs of this class; without it, for all"),
  appliesToExpenses: z.array(Code).min(1).optional().describe("Only lines of these expense types; without it, all"),
  exemptProgramClasses: z.array(ProgramClass).min(1).optional().describe("Not for programs of these classes"),
  partnerTypes: z.array(Code).min(1).optional().describe("Only for partners of these types; without it, for all"),
  effect: z
    .enum(["cuts", "blocks"])
    .optional()
    .describe("What is above the cap is cut (also when unsaid), or the claim is refused"),
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
const PercentOfAccruedCap = z.strictObject({
  kind: z.literal("percent-of-accrued"),
  amount: Percent.describe("Percentage of what accrued in the period, before threshold and roll-over"),
  currency: z.null(),
  per,
  ...scope,
});
const PercentOfCostCap = z.strictObject({
  kind: z.literal("percent-of-cost"),
  amount: Percent.describe("Percentage of the eligible cost of the claim"),
  currency: z.null(),
  per: z.literal("claim"),
  ...scope,
});
const PerHeadCap = z
  .strictObject({
    kind: z.literal("per-head"),
    amount: capAmount.describe("Most for each head that the metric counts"),
    currency: CurrencyCode,
    metric: Code.describe("Metric of the type that counts the heads, such as registered-guests"),
    per: z.enum(["claim", "event"]),
    ...scope,
  })
  .refine(isMoney, wrongDecimals);
const StatedValueCap = z.strictObject({
  kind: z.literal("stated-value"),
  amount: z.null(),
  currency: z.null(),
  field: Code.describe("Field of claims.fields that holds the amount, such as the fair market value"),
  per: z.literal("claim"),
  ...scope,
});
const ComputedCap = z.strictObject({
  kind: z.literal("computed"),
  amount: z.null(),
  currency: z.null(),
  limit: Expression.describe("Expression that gives the limit in minor units of the claim's currency"),
  per,
  ...scope,
});
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
    .array(z.discriminatedUnion("kind", [AbsoluteCap, PercentCap, PercentOfAccruedCap, PercentOfCostCap]))
    .min(2)
    .describe("The greatest of these limits counts"),
  ...scope,
});
const LesserOfCap = z.strictObject({
  kind: z.literal("lesser-of"),
  amount: z.null(),
  currency: z.null(),
  per,
  of: z
    .array(z.discriminatedUnion("kind", [AbsoluteCap, PercentCap, PercentOfAccruedCap, PercentOfCostCap]))
    .min(2)
    .describe("The smallest of these limits counts"),
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
    PercentOfAccruedCap,
    PercentOfCostCap,
    PerPersonCap,
    PerHeadCap,
    MaxPersonsCap,
    GreaterOfCap,
    LesserOfCap,
    StatedValueCap,
    ComputedCap,
    UnlimitedCap,
    ProgramSpecificCap,
  ])
  .meta({ id: "Cap", description: "Limit on what may be approved for an activity type" });
/** A limit on what may be approved. */
export type Cap = z.infer<typeof CapShape>;
