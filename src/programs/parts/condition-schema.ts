import { z } from "zod";
import { Code, Expression, Label } from "../edition-values.ts";

/** A rule that no other part of the document can say: an expression that must hold. */
export const ConditionShape = z
  .strictObject({
    code: Code.describe("Names the rule in findings: condition.<code>"),
    on: z.enum(["claim", "request"]).describe("Whether claims are judged by it, or requests before the work"),
    activityTypes: z.array(Code).min(1).optional().describe("Only for these activity types"),
    when: Expression.optional().describe("Judged only where this holds"),
    holds: Expression.describe("Must hold, or the finding is made"),
    severity: z.enum(["blocks", "warns", "informs"]),
    field: z
      .string()
      .regex(/^[a-zA-Z][\w.[\]-]{0,79}$/, "a field such as executionDate or fields.event-name")
      .describe("The field it is about"),
    shows: Expression.optional().describe("Text of what was found"),
    message: Label.describe("What is allowed, in words of the partner"),
    remedy: Label.describe("What would change the answer"),
    reasonCode: Code.optional(),
  })
  .meta({
    id: "Condition",
    description: "Rule as an expression that must hold, with a message and a remedy",
    examples: [
      {
        code: "catering-below-half",
        on: "claim",
        holds: 'sum(claim.lines.filter(l, l.expenseType == "catering").map(l, l.amount)) * 2 <= claim.proofTotal',
        severity: "blocks",
        field: "invoices",
        message: "Catering is at most half of the cost",
        remedy: "Claim less catering, or prove more of the other cost.",
      },
    ],
  });
/** A rule that no other part of the document can say. */
export type Condition = z.infer<typeof ConditionShape>;
