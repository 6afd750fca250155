import { z } from "zod";
import { DateWire, FindingWire, MoneyWire, NonNegativeMoneyIn, PositiveMoneyIn } from "../../platform/http/index.ts";
import { EditionValidation } from "../edition-contract.ts";
import { ClaimingWindow } from "../edition-schema.ts";

/** An example of a claim, as a program manager thinks it up: one invoice with one line. */
const ExampleBody = z.strictObject({
  activityType: z.string().max(80),
  usagePeriod: z.string().max(80),
  executionDate: DateWire,
  today: DateWire.describe("The day on which it is judged"),
  amount: PositiveMoneyIn.describe("What is claimed; the invoice is about the same amount"),
  invoiced: PositiveMoneyIn.optional().describe("The amount of the invoice, where another is claimed"),
  expenseType: z.string().max(80),
  evidence: z.array(z.string().max(80)).max(100).describe("Codes of the slots that are filled"),
  metrics: z.array(z.string().max(80)).max(100).describe("Codes of the metrics that are given"),
  available: NonNegativeMoneyIn.describe("What is left in the fund; also what it earned"),
});

/** POST /programs/{code}/preview */
export const PreviewBody = z
  .strictObject({
    format: z.enum(["json", "yaml"]),
    text: z.string().max(1_000_000).describe("The text of an edition, whole or not; nothing of it is stored"),
    example: ExampleBody.optional(),
  })
  .meta({ id: "PreviewBody" });

/** An example claim, as the rules read it. */
export type Example = z.output<typeof ExampleBody>;

const Named = z.object({ code: z.string(), name: z.string() });

/** What a text would mean, were it published. */
export const EditionPreview = z
  .object({
    valid: z.boolean(),
    findings: EditionValidation.shape.findings,
    rules: z
      .object({
        timeZone: z.string(),
        currencies: z.array(z.string()),
        windows: z.array(ClaimingWindow),
        activityTypes: z.array(
          Named.extend({
            evidence: z.array(Named.extend({ required: z.boolean() })),
            metrics: z.array(Named),
            expenseTypes: z.array(Named),
          }),
        ),
      })
      .nullable()
      .describe("Null while the text is not whole"),
    example: z
      .object({
        findings: z.array(FindingWire),
        claimed: MoneyWire,
        cost: MoneyWire.describe("What the invoice says, from which the rules take away"),
        claimable: MoneyWire.describe(
          "Most that may be claimed for this cost: its eligible part, of that the vendor's",
        ),
        eligible: MoneyWire.describe("What the rules leave of it"),
        mayBeSubmitted: z.boolean(),
      })
      .nullable()
      .describe("Null without an example, or while the text is not whole"),
  })
  .meta({ id: "EditionPreview" });
