import { z } from "zod";
import { Amount, Code, IsoDay, Label, MarketCode, Percent, Span } from "../edition-values.ts";
import { ServiceLevel } from "./service-level-schema.ts";

/** What a location must have to take part (rulebook 3.1). */
export const EligibilityShape = z
  .strictObject({
    group: z.enum(["agreements", "membership", "competency", "designation", "revenue", "hardware", "forecast"]),
    rule: z.enum(["any-of", "all-of", "n-of"]),
    least: z.int().min(1).max(50).optional().describe("How many, for n-of"),
    items: z.array(z.strictObject({ code: Code, name: Label })).min(1),
    from: IsoDay.optional().describe("First day on which it is asked"),
    until: IsoDay.optional().describe("Last day on which it is asked"),
  })
  .meta({ id: "EligibilityRequirement", description: "What a location must have to take part" });

/** Markets that share a rate. */
export const RateGroupShape = z
  .strictObject({
    code: Code,
    markets: z.array(MarketCode).describe("Empty for every market that no other group names"),
    from: IsoDay.optional(),
  })
  .meta({ id: "RateGroup", description: "Markets that share a rate" });

/** Work with a consenting customer that earns a fee (rulebook 3.1, 5.9). */
export const EngagementShape = z
  .strictObject({
    code: Code,
    name: Label,
    solutionArea: Code,
    partnerRole: Code,
    payKind: z.enum(["fixed", "variable"]),
    identities: z
      .array(z.enum(["domain", "tenant", "top-parent", "subscription", "opportunity"]))
      .min(1)
      .describe("By what a customer is named"),
    rates: z.array(
      z.strictObject({ rateGroup: Code, amount: Amount, from: IsoDay.optional(), until: IsoDay.optional() }),
    ),
    limits: z
      .strictObject({ consent: Span, firstSubmission: Span, review: Span, dispute: Span })
      .describe("Consent after creation; first submission and review after consent; dispute after rejection"),
    invoiceRequired: z.boolean(),
    customerSurveyRequired: z.boolean(),
    partnerSurveyRequired: z.boolean(),
    mostActivePerCustomer: z.int().min(1).max(1000),
    lastClaimOn: IsoDay.optional().describe("No new customers after it"),
    evidence: z.array(z.strictObject({ code: Code, description: Label, required: z.boolean() })),
    templates: z
      .array(z.strictObject({ slot: Code, version: Label, from: IsoDay, until: IsoDay.optional() }))
      .optional()
      .describe("Forms in force; an older one is refused after its end"),
    partnerCriteria: z.array(Label).optional(),
    customerCriteria: z.array(Label).optional(),
  })
  .meta({ id: "EngagementType", description: "Work with a consenting customer that earns a fee" });

/** How revenue or usage becomes an earning (rulebook 3.1, 5.10). */
export const LeverShape = z
  .strictObject({
    code: Code,
    name: Label,
    measure: z.enum(["transaction", "consumption", "usage", "growth", "milestone", "customer-add"]),
    rate: Percent.optional(),
    rateTable: z
      .array(z.strictObject({ from: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/), rate: Percent }))
      .optional()
      .describe("Rates by amount, each from an amount on"),
    baseline: z.enum(["none", "previous-quarter", "high-water-mark", "target"]).optional(),
    target: Amount.optional(),
    cap: z
      .strictObject({
        scope: z.enum(["lever", "customer", "engagement"]),
        amount: Amount,
        from: IsoDay.optional(),
        until: IsoDay.optional(),
      })
      .optional(),
  })
  .meta({ id: "Lever", description: "How revenue or usage becomes an earning" });

/** Being the one partner of record for a customer's product (rulebook 4.3). */
export const AssociationRulesShape = z
  .strictObject({
    exclusivePer: z.enum(["workload", "subscription", "opportunity", "customer"]),
    contest: z.enum(["newest-proof", "first-registrant", "review"]).describe("What decides between two"),
    customerConsent: z.enum(["silence-is-consent", "explicit", "not-asked"]),
    optOutWithin: Span.optional().describe("Time in which the customer may decline, counted from approval"),
    optOutAnyTime: z.boolean().optional().describe("Whether a later no ends it"),
    validFor: Span.optional().describe("How long it lasts; to the end of the subscription when unsaid"),
    resubmissions: z.int().min(0).max(50).optional().describe("How often a decided one may be sent again"),
    withdrawnMayReturn: z.boolean().optional(),
    steps: z
      .array(z.strictObject({ code: Code, within: ServiceLevel }))
      .optional()
      .describe("Promises of time of each step"),
    leastUnits: z.int().min(1).optional(),
    secondPartnerShare: Percent.optional().describe("Part of the benefit that a second partner gets"),
  })
  .meta({ id: "AssociationRules", description: "Being the partner of record" });
