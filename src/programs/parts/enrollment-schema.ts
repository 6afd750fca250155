import { z } from "zod";
import { Code, Expression, Label } from "../edition-values.ts";

const Country = z.string().regex(/^[A-Z]{2}$/, "a country as two letters, such as DE");
const Count = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'a number as text, such as "25000"');

const CountryCheck = z.strictObject({
  kind: z.literal("country"),
  in: z.array(Country).min(1).describe("Countries of the location that do"),
});
const TypeCheck = z.strictObject({
  kind: z.literal("partner-type"),
  in: z.array(Code).min(1).describe("Types of partner that do"),
});
const TierCheck = z.strictObject({
  kind: z.literal("partner-tier"),
  in: z.array(Code).min(1).describe("Tiers that do"),
});
const StandingCheck = z.strictObject({
  kind: z.literal("standing"),
  without: z.array(Code).min(1).describe("Codes of standing that must not hold"),
});
const HeldCheck = z.strictObject({
  kind: z.literal("held"),
  fact: Code.describe("Code of the fact, such as a certification or competency"),
  stillFor: z
    .int()
    .min(1)
    .max(1100)
    .optional()
    .describe("Days for which it must still be valid; today is enough when unsaid"),
});
const AgreementCheck = z.strictObject({
  kind: z.literal("agreement"),
  fact: Code.describe("Code of the agreement"),
  versions: z.array(z.string().trim().min(1).max(200)).min(1).optional().describe("Versions that do; any when unsaid"),
});
const LeastCheck = z.strictObject({
  kind: z.literal("at-least"),
  fact: Code.describe("Code of the figure, such as revenue or points"),
  least: Count.describe("Least figure that does"),
});
const ExpressionCheck = z.strictObject({
  kind: z.literal("expression"),
  holds: Expression.describe("Must hold; over location, partner, standing, facts, numbers and today"),
});

/** How a requirement is judged, from what is known of a location and its partner. */
export const RequirementCheckShape = z
  .discriminatedUnion("kind", [
    CountryCheck,
    TypeCheck,
    TierCheck,
    StandingCheck,
    HeldCheck,
    AgreementCheck,
    LeastCheck,
    ExpressionCheck,
  ])
  .meta({
    id: "RequirementCheck",
    description: "How a requirement is judged",
    examples: [{ kind: "held", fact: "cloud-competency", stillFor: 30 }],
  });
/** How a requirement is judged. */
export type RequirementCheck = z.infer<typeof RequirementCheckShape>;

/** One thing that a location must have to take part. */
export const RequirementShape = z
  .strictObject({
    kind: z.literal("requirement"),
    code: Code.describe("Names it once in the program"),
    name: Label.describe("What is asked for, in words of the partner"),
    description: Label.optional(),
    remedy: Label.optional().describe("What the partner can do to meet it"),
    check: RequirementCheckShape,
  })
  .meta({
    id: "Requirement",
    description: "One thing that a location must have to take part",
    examples: [
      {
        kind: "requirement",
        code: "agreement-signed",
        name: "Partner agreement signed",
        remedy: "Sign the agreement in its present version.",
        check: { kind: "agreement", fact: "partner-agreement", versions: ["2026"] },
      },
    ],
  });
/** One thing that a location must have to take part. */
export type Requirement = z.infer<typeof RequirementShape>;

/** How many of a group must be met. */
export const GROUP_RULES = ["all-of", "any-of", "n-of"] as const;

const group = {
  kind: z.literal("group"),
  name: Label.optional().describe("What the group is about"),
  rule: z.enum(GROUP_RULES),
  least: z.int().min(1).max(50).optional().describe("How many, for n-of"),
};
const InnerGroup = z
  .strictObject({ ...group, of: z.array(RequirementShape).describe("Requirements of the group") })
  .meta({ id: "InnerRequirementGroup", description: "Requirements of which all, one or some must be met" });
const MiddleGroup = z
  .strictObject({
    ...group,
    of: z.array(z.discriminatedUnion("kind", [RequirementShape, InnerGroup])).describe("Requirements and groups"),
  })
  .meta({
    id: "RequirementGroup",
    description: "Requirements and groups of which all, one or some must be met",
    examples: [{ kind: "group", rule: "n-of", least: 2, of: [] }],
  });

/** Who may take part: whether an invitation waits how long, and what a location must have (rulebook 3.1, 4.5). */
export const EnrollmentRulesShape = z
  .strictObject({
    invitationDays: z.int().min(1).max(400).optional().describe("Days to answer an invitation; 30 when unsaid"),
    requirements: z
      .strictObject({
        rule: z.enum(GROUP_RULES),
        least: group.least,
        of: z.array(z.discriminatedUnion("kind", [RequirementShape, MiddleGroup])).describe("Requirements and groups"),
      })
      .optional()
      .describe("What a location must have; judged every day. Everybody may take part when unsaid"),
  })
  .meta({
    id: "EnrollmentRules",
    description: "Invitations, and what a location must have to take part",
    examples: [
      {
        invitationDays: 30,
        requirements: {
          rule: "all-of",
          of: [
            {
              kind: "requirement",
              code: "in-europe",
              name: "Location in Austria, Germany or Switzerland",
              check: { kind: "country", in: ["AT", "DE", "CH"] },
            },
          ],
        },
      },
    ],
  });
/** Invitations, and what a location must have to take part. */
export type EnrollmentRules = z.infer<typeof EnrollmentRulesShape>;
/** What a location must have to take part: the outermost group. */
export type Requirements = NonNullable<EnrollmentRules["requirements"]>;

/** A group of any depth, for those who walk through the requirements. */
export interface RequirementGroup {
  readonly name?: string | undefined;
  readonly rule: (typeof GROUP_RULES)[number];
  readonly least?: number | undefined;
  readonly of: readonly RequirementNode[];
}
/** A requirement, or a group of them. */
export type RequirementNode = Requirement | (RequirementGroup & { readonly kind: "group" });

/** Days to answer an invitation where an edition says nothing (rulebook 4.5). */
export const USUAL_INVITATION_DAYS = 30;
