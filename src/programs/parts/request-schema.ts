import { z } from "zod";
import { Amounts, Span } from "../edition-values.ts";

/** What a partner may change about approved work only with a new request. */
export const CHANGES = ["time", "place", "audience", "form", "supplier", "budget"] as const;

/** Consent before the work: pre-approvals, and activities of a plan. */
export const RequestRulesShape = z
  .strictObject({
    needed: z
      .enum(["always", "by-type"])
      .optional()
      .describe("Whether every claim needs consent beforehand, or what its type says (also when unsaid)"),
    leadTime: z
      .strictObject({
        least: Span.describe("Length of time between the request and the first day of the work"),
        late: z
          .enum(["refused", "reason", "warned"])
          .describe("A late request is refused, needs a reason, or is shown"),
        againAfterReturn: z.boolean().optional().describe("Whether a returned request must keep it anew"),
      })
      .optional(),
    minimum: Amounts.optional().describe("Least amount of one request"),
    newWhenChanged: z
      .array(z.enum(CHANGES))
      .min(1)
      .optional()
      .describe("Changes of approved work that need a new request"),
    validFor: Span.optional().describe("How long an approval is good for, counted from the day it was given"),
    unusedClosesAt: z
      .enum(["usage-end", "never"])
      .optional()
      .describe("Whether work that was approved and not done closes with its period"),
    inOnePeriod: z.boolean().optional().describe("Whether the work must begin and end in one usage period"),
    expectedMetrics: z.boolean().optional().describe("Whether the metrics of the type are given as expected values"),
    afterRefusal: z
      .strictObject({
        rejected: z.enum(["may-resubmit", "final"]),
        declined: z.enum(["may-resubmit", "final"]),
      })
      .optional()
      .describe("What a partner may do after each of the two refusals"),
  })
  .meta({
    id: "RequestRules",
    description: "Consent before the work",
    examples: [{ needed: "always", leadTime: { least: { count: 10, unit: "business-days" }, late: "refused" } }],
  });
/** Consent before the work. */
export type RequestRules = z.infer<typeof RequestRulesShape>;
