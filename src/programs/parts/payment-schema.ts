import { z } from "zod";
import { Amounts, Code, CurrencyCode, Label, Span } from "../edition-values.ts";

const dayOfMonth = z.int().min(1).max(28);

/** When and how approved money is paid (rulebook 5.7). */
export const PaymentRulesShape = z
  .strictObject({
    within: Span.optional().describe("Time to pay, where the service level does not say enough"),
    countedFrom: z
      .enum(["approval", "month-end", "period-end", "partner-invoice"])
      .optional()
      .describe("Event that the time to pay is counted from; approval when unsaid"),
    partnerInvoice: z
      .strictObject({
        needed: z.boolean(),
        issuedWithin: Span.optional().describe("Counted from the approval"),
        paidWithin: Span.optional().describe("Counted from the acceptance of that invoice"),
      })
      .optional()
      .describe("Invoice of the partner to the vendor, where one is needed for the payment"),
    run: z
      .strictObject({
        day: dayOfMonth.describe("Day of the month on which payments leave"),
        cutOffDay: dayOfMonth.optional().describe("What is approved after this day's end waits for the next run"),
        cadence: z.enum(["monthly", "quarterly", "half-yearly"]).optional(),
        whenClosed: z
          .enum(["before", "after"])
          .optional()
          .describe("Where the run goes when its day is no business day; before when unsaid"),
      })
      .optional(),
    holding: z
      .array(z.strictObject({ earningTypes: z.array(Code).min(1), span: Span }))
      .optional()
      .describe("How long an earning of a type rests before it may be paid; 0 days for none"),
    minimum: Amounts.optional().describe("Least payout in each currency; stands before minimumPayout"),
    belowMinimum: z
      .enum(["carried", "forfeited-at-year-end"])
      .optional()
      .describe("What becomes of less than the minimum"),
    withoutProfile: z
      .strictObject({ heldFor: Span, afterwards: z.enum(["forfeited", "held"]) })
      .optional()
      .describe("What becomes of money of a partner without usable bank and tax data"),
    bankDataBy: Span.optional().describe("Bank data must be there this long after the period ends, or nothing is paid"),
    currency: z.enum(["payout-profile", "claim", "paying-entity"]).optional().describe("Currency of the payment"),
    exchangeRate: z.enum(["month-of-work", "month-of-payment", "corporate"]).optional(),
    methods: z
      .array(
        z.strictObject({
          method: z.enum(["bank-transfer", "credit-note", "prepaid-card"]),
          markets: z.array(z.string()).optional(),
        }),
      )
      .optional()
      .describe("Ways of paying, each for all markets or some"),
    recoupment: z.enum(["allowed", "never"]).optional().describe("Whether paid money may be taken back"),
    disputeWithin: Span.optional().describe("Counted from the day the payment was sent"),
    disputeNotAfter: Span.optional().describe("Whatever happens, counted from the end of the period"),
    taxForms: z
      .array(
        z.strictObject({
          market: z.string().length(2),
          form: Label,
          above: z.string().optional(),
          currency: CurrencyCode.optional(),
        }),
      )
      .optional()
      .describe("Tax forms that payees of a market need, from a yearly sum on"),
  })
  .meta({
    id: "PaymentRules",
    description: "When and how approved money is paid",
    examples: [{ run: { day: 15, cutOffDay: 14 }, belowMinimum: "carried" }],
  });
/** When and how approved money is paid. */
export type PaymentRules = z.infer<typeof PaymentRulesShape>;
