import { z } from "zod";
import { Code, Label } from "../edition-values.ts";

/** Kinds of values that a field of its own may hold. */
export const FIELD_KINDS = ["text", "number", "date", "amount", "choice", "yes-no"] as const;

/** A field that this program asks for beside those every claim has. */
export const FieldShape = z
  .strictObject({
    code: Code,
    name: Label.describe("What people read beside it"),
    kind: z.enum(FIELD_KINDS),
    required: z.boolean(),
    askedOn: z.enum(["claim", "request", "both"]).optional().describe("Where it is asked; on the claim when unsaid"),
    activityTypes: z.array(Code).min(1).optional().describe("Only for these activity types"),
    choices: z
      .array(z.strictObject({ code: Code, name: Label }))
      .min(1)
      .optional()
      .describe("What may be chosen, for a choice"),
    pattern: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        "Form of a text: * stands for any text of at least one character, # for a digit, everything else for itself",
      ),
    hint: Label.optional().describe("One sentence of help"),
  })
  .meta({
    id: "ClaimField",
    description: "Field that this program asks for",
    examples: [{ code: "opportunity", name: "Opportunity", kind: "text", required: true, pattern: "O-####" }],
  });
/** A field that this program asks for. */
export type ClaimField = z.infer<typeof FieldShape>;
