import { z } from "zod";
import { Amount, Code, Percent, Span } from "../edition-values.ts";

/** What becomes of the money of a fund: how it is used, carried on and lost (rulebook 5.3, 5.4). */
export const FundRulesShape = z
  .strictObject({
    usage: z
      .enum(["separate", "rolling", "while-earned"])
      .optional()
      .describe(
        "Whether usage periods follow each other (also when unsaid), overlap and may reach past the year, or lie in the period in which the money is earned",
      ),
    thresholds: z
      .array(
        z.strictObject({
          partnerTypes: z
            .array(Code)
            .min(1)
            .describe("Partner types for which this threshold stands in place of the general one"),
          amount: Amount,
        }),
      )
      .optional()
      .describe("Thresholds of their own for some types of partner; strictly below is not enough"),
    belowThreshold: z
      .enum(["rebate", "forfeited", "kept"])
      .optional()
      .describe("What becomes of money below the threshold; rebate when unsaid"),
    rollOver: z
      .strictObject({
        by: z
          .enum(["never", "vendor", "automatic"])
          .describe("Nobody, an adjustment of the vendor, or the period's end"),
        most: Percent.optional().describe("At most this part of what was earned"),
        times: z.int().min(1).max(20).optional().describe("How often the same money may move on"),
      })
      .optional(),
    forfeiture: z
      .strictObject({
        after: z.enum(["claim-end", "usage-end", "proof-deadline", "never"]).describe("When what is left is lost"),
        reinstatement: z.boolean().optional().describe("Whether the vendor may give lost money back by an adjustment"),
      })
      .optional(),
    draw: z
      .enum(["oldest-first", "soonest-to-end"])
      .optional()
      .describe("Which money a claim takes first; oldest first when unsaid"),
    reservedAt: z
      .enum(["submission", "approval"])
      .optional()
      .describe("When a claim's money leaves the balance; submission when unsaid"),
    mayGoNegative: z
      .boolean()
      .optional()
      .describe("Whether an approval may exceed what the fund holds; no when unsaid"),
    unspentReturns: z.boolean().optional().describe("Whether money paid in advance and not spent is returned"),
    levels: z
      .strictObject({ internal: z.int().min(1).max(10), partner: z.int().min(1).max(10) })
      .optional()
      .describe("How deep budgets may stand under each other"),
    noticeBefore: Span.optional().describe("How long before the end of a period people are told that money is at risk"),
  })
  .meta({
    id: "FundRules",
    description: "What becomes of the money of a fund",
    examples: [{ usage: "rolling", forfeiture: { after: "claim-end" }, draw: "soonest-to-end" }],
  });
/** What becomes of the money of a fund. */
export type FundRules = z.infer<typeof FundRulesShape>;
