import { z } from "zod";
import { MoneyWire } from "../../platform/http/index.ts";
import { BAD_PROOF, GOOD_PROOF, PROOF_KINDS } from "./proof-kinds.ts";

const Named = z.object({ code: z.string(), name: z.string() });

/** A cap as facts for a sentence. */
export const CapStatement = z
  .object({
    kind: z
      .string()
      .describe(
        "absolute, percent-of-earned, percent-of-accrued, percent-of-cost, per-person, per-head, max-persons, greater-of, lesser-of, stated-value, computed, unlimited, program-specific",
      ),
    per: z
      .string()
      .nullable()
      .describe("What the cap counts over: claim, conference, usage-period, usage-period-per-program, ..."),
    expenseTypes: z.array(Named).describe("Only cost of these kinds; empty for all"),
    amount: MoneyWire.nullable(),
    percent: z.string().nullable().describe("Of what the fund earned for the period"),
    persons: z.number().int().nullable(),
    metric: z.string().nullable().describe("Name of the result that counts heads"),
    of: z
      .array(
        z.object({
          kind: z.string(),
          amount: MoneyWire.nullable(),
          percent: z.string().nullable(),
        }),
      )
      .describe("The greatest, or the smallest, of these counts"),
  })
  .meta({ id: "CapStatement" });

/** One thing to prove. */
export const ProofGuide = z
  .object({
    code: z.string(),
    description: z.string(),
    required: z.boolean(),
    alternatives: z.array(z.string()).describe("Codes of documents any one of which fills the slot"),
    allowsLink: z.boolean(),
    condition: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("line-of-expense-type"), expenseTypes: z.array(Named) }),
        z.object({ kind: z.literal("judged-by-reviewer"), text: z.string() }),
        z.object({ kind: z.literal("amount-above"), above: MoneyWire }),
        z.object({ kind: z.literal("in-house-cost") }),
        z
          .object({ kind: z.literal("by-rule") })
          .describe("A rule of the program decides; the checklist of a claim tells"),
      ])
      .nullable()
      .describe("When it is required although it is not always"),
    kind: z.enum(PROOF_KINDS).nullable().describe("Kind of proof that the edition says it is; null where it says none"),
    good: z.array(z.enum(GOOD_PROOF)).describe("What makes proof of this kind good; empty without a kind"),
    bad: z.array(z.enum(BAD_PROOF)).describe("What is worth little as proof of this kind; empty without a kind"),
    ownGood: z.array(z.string()).describe("What makes it good proof, in words of the edition"),
    ownBad: z.array(z.string()).describe("What is worth little as proof, in words of the edition"),
  })
  .meta({ id: "ProofGuide" });

/** Part of the eligible cost that the vendor pays, with what it is for. */
export const ShareStatement = z
  .object({
    kind: z.enum(["fixed", "list", "range", "equal-parts"]),
    percents: z.array(z.string()).describe("The share; several where one of them, or one between two, is agreed"),
    most: z.string().nullable().describe("Never more than this part, for equal parts of the sponsors"),
    fundTypes: z.array(Named).describe("Only for these funds; empty for all"),
    sponsorsFrom: z.number().int().nullable(),
    sponsorsTo: z.number().int().nullable(),
  })
  .meta({ id: "ShareStatement" });

/** One activity type, told to people who want to claim it. */
export const ActivityGuide = z
  .object({
    category: Named,
    code: z.string(),
    name: z.string(),
    notes: z.string().optional(),
    coreRequirements: z.array(Named).describe("What the evidence itself must show"),
    proof: z.array(ProofGuide),
    metrics: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string(), required: z.boolean() })),
    metricsWaivedFor: z.array(Named).describe("No metrics are asked when all cost is of these kinds"),
    eligibleExpenses: z.array(Named.extend({ certifiable: z.boolean() })),
    certificationAllowed: z.boolean().describe("Whether in-house cost may be certified in place of an invoice"),
    shares: z.array(ShareStatement).describe("The first that fits counts; empty when the cost is not shared"),
    caps: z.array(CapStatement).describe("The caps that bind this program"),
    requiresPreApproval: z.boolean(),
    preApprovalAbove: MoneyWire.nullable(),
    channels: z.array(Named).describe("Activity types whose evidence is asked for each channel in use"),
  })
  .meta({ id: "ActivityGuide" });

/** A cap as facts for a sentence. */
export type CapStatement = z.infer<typeof CapStatement>;
/** Part of the cost that the vendor pays. */
export type ShareStatement = z.infer<typeof ShareStatement>;
/** One thing to prove. */
export type ProofGuide = z.infer<typeof ProofGuide>;
/** One activity type. */
export type ActivityGuide = z.infer<typeof ActivityGuide>;
