import { z } from "zod";
import { Amount, Code, Label, Span } from "../edition-values.ts";

/** Roles of a partner that a program may let do something, or not. */
export const PARTNER_ROLES = [
  "organisation-admin",
  "account-admin",
  "incentives-admin",
  "incentives-user",
  "billing-admin",
] as const;

/** What a program may switch between roles (rulebook 9.5). */
export const SWITCHED_VERBS = [
  "create-claim",
  "submit-claim",
  "dispute-claim",
  "create-plan",
  "submit-plan",
  "create-proof",
  "request-pre-approval",
  "request-extension",
  "dispute-payment",
  "edit-profiles",
] as const;
/** What a program may switch between roles. */
export type SwitchedVerb = (typeof SWITCHED_VERBS)[number];

/** Which roles may do what; a verb that is not named keeps the product's own table (rulebook 2.3). */
export const WhoMayShape = z
  .partialRecord(z.enum(SWITCHED_VERBS), z.array(z.enum(PARTNER_ROLES)).min(1))
  .describe("Which roles of a partner may do what; narrows the rights, never widens them")
  .meta({ id: "WhoMay", examples: [{ "submit-claim": ["incentives-admin"] }] });

/** How many people, of which role, up to which amount (k of n). */
export const ApprovalsShape = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          code: Code,
          name: Label,
          of: z.array(z.string().min(1).max(80)).min(1).max(20).describe("Roles or named groups that may give it"),
          needed: z.int().min(1).max(5).describe("How many of them must agree"),
          above: Amount.optional().describe("Only for claims above this amount"),
        }),
      )
      .min(1)
      .max(10)
      .optional()
      .describe("One after the other; a single approval of a reviewer when unsaid"),
    limits: z
      .array(z.strictObject({ role: z.string().min(1).max(80), upTo: Amount }))
      .optional()
      .describe("Up to which amount a role may decide"),
    automaticUpTo: Amount.optional().describe("A claim up to this amount without a finding needs nobody"),
    suggested: z
      .enum(["eligible", "zero"])
      .optional()
      .describe("Amount that a reviewer starts from; what the rules leave when unsaid"),
  })
  .meta({ id: "Approvals", description: "Who must agree to a claim" });
/** How many people, of which role, up to which amount. */
export type Approvals = z.infer<typeof ApprovalsShape>;

/** More time for a plan or claim: a record with its own decision. */
export const ExtensionsShape = z
  .strictObject({
    allowed: z.boolean(),
    most: Span.optional().describe("Longest extension"),
    times: z.int().min(1).max(10).optional(),
    of: z
      .array(z.enum(["claim", "proof", "plan"]))
      .min(1)
      .optional(),
  })
  .meta({ id: "Extensions", description: "More time for a plan or claim, asked for and decided" });

/** What is objected to, how often, until when (rulebook 9.11). */
export const DisputesShape = z
  .strictObject({
    times: z.int().min(0).max(10).describe("How often one decision may be disputed; 0 for never"),
    final: z.boolean().describe("Whether the decision on it is the last word"),
    otherReviewer: z.boolean().optional().describe("Whether somebody else must decide; yes when unsaid"),
    cuts: z.boolean().optional().describe("Whether a cut may be disputed too, or only a rejection"),
  })
  .meta({ id: "Disputes", description: "How decisions are objected to" });

/** Events that people are reminded of. */
export const REMINDED = [
  "claim-window-opens",
  "claim-window-closes",
  "draft-expires",
  "proof-due",
  "request-unused",
  "information-due",
  "threshold-at-risk",
  "tax-form-expires",
  "payment-held",
  "retention-ends",
] as const;

/** When somebody is reminded of what. */
export const ReminderShape = z
  .strictObject({
    of: z.enum(REMINDED),
    daysBefore: z.array(z.int().min(0).max(400)).min(1).max(12).describe("Days before the event, each one reminder"),
    to: z.array(z.enum(PARTNER_ROLES)).min(1).optional().describe("Roles of the pair; its admins when unsaid"),
  })
  .meta({
    id: "Reminder",
    description: "When somebody is reminded of what",
    examples: [{ of: "claim-window-closes", daysBefore: [60, 30, 14, 7, 1] }],
  });
/** When somebody is reminded of what. */
export type Reminder = z.infer<typeof ReminderShape>;

/** A fact about the partner that stops or warns, such as overdue bills. */
export const StandingShape = z
  .strictObject({
    code: Code,
    meaning: Label,
    severity: z.enum(["blocks", "warns"]),
    remedy: Label,
    reasonCode: Code.optional(),
  })
  .meta({
    id: "Standing",
    description: "Fact about the partner that stops a claim while it holds",
    examples: [
      { code: "overdue-bills", meaning: "Bills are overdue", severity: "blocks", remedy: "Pay the overdue bills." },
    ],
  });
