import { z } from "zod";
import { DateWire, MoneyWire, PeriodWire } from "../../platform/http/index.ts";
import { PROGRAM_KINDS, ServiceLevel } from "../edition-schema.ts";
import { Span } from "../edition-values.ts";
import { CapStatement } from "./activity-contract.ts";

/**
 * What an edition says, as a code and the facts that belong to it. Statements carry no sentences: whoever shows them makes
 * the words, in the reader's language. A code means the same in every edition; only its facts differ.
 */
const says = <Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) =>
  z.object({ code: z.literal(code), ...facts });

const Named = z.object({ code: z.string(), name: z.string() });

/** A promise of time counted from a day, so that it can be said with a date. */
export const CountedDay = z
  .object({
    from: DateWire.describe("Day of the event the promise follows"),
    dueOn: DateWire.describe("Day by whose end the promise is kept"),
    warning: z.string().optional().describe("Set when only weekends could be left out"),
  })
  .meta({ id: "CountedDay" });

const promised = {
  level: ServiceLevel.describe("The promise as the edition makes it"),
  counted: CountedDay.describe("The promise counted from the day the guide was asked for"),
};

/** What the program is and who takes part. */
export const ProgramStatement = z
  .discriminatedUnion("code", [
    says("kinds", { kinds: z.array(z.enum(PROGRAM_KINDS)) }),
    says("taking-part", { openEnrollment: z.boolean() }),
    says("eligibility", {
      group: z.string().describe("agreements, membership, competency, designation, revenue, hardware, forecast"),
      rule: z.enum(["any-of", "all-of", "n-of"]),
      least: z.number().int().nullable().describe("How many, for n-of"),
      items: z.array(Named),
    }),
    says("who-submits", {
      incentivesUserMaySubmit: z.boolean(),
      roles: z.array(z.string()).nullable().describe("The only roles that may, where the edition names them"),
    }),
    says("proof-timing", { poeTiming: z.enum(["before-payment", "after-payment"]) }),
  ])
  .meta({ id: "ProgramStatement" });

/** What a plan is, and whether one is needed. */
export const PlanStatement = z
  .discriminatedUnion("code", [
    says("plan-mode", { planMode: z.enum(["none", "optional", "required"]) }),
    says("plan-commitment", { commitment: z.enum(["none", "on-approval"]) }),
    says("plan-resubmission", { days: z.number().int(), until: DateWire }),
    says("plan-period", { fundType: Named, planPeriodKind: z.string().describe("program-year, half-year, ...") }),
    says("plan-review", promised),
    says("plan-answer", promised),
  ])
  .meta({ id: "PlanStatement" });

/** Where the money comes from and what becomes of it. */
export const MoneyStatement = z
  .discriminatedUnion("code", [
    says("split", { rebatePct: z.string(), coopPct: z.string() }),
    says("no-split", {}),
    says("threshold", { amount: MoneyWire, below: z.enum(["rebate", "forfeited", "kept"]) }),
    says("own-threshold", { amount: MoneyWire, partnerTypes: z.array(Named) }),
    says("no-threshold", {}),
    says("currencies", { currencies: z.array(z.string()) }),
    says("balance", {}),
    says("lapse", {
      after: z.enum(["claim-end", "usage-end", "proof-deadline", "never"]),
      rollOver: z.enum(["never", "vendor", "automatic"]),
    }),
    says("claim-size", {
      minimum: z.array(MoneyWire).describe("One for each currency it is said in; empty for none"),
      most: z.array(MoneyWire),
    }),
    says("program-cap", { cap: CapStatement }),
    says("payment", promised),
    says("minimum-payout", { amount: MoneyWire }),
  ])
  .meta({ id: "MoneyStatement" });

/** What the dates of a window mean. The dates themselves stand in the calendar. */
export const DateStatement = z
  .discriminatedUnion("code", [
    says("earning-period", {}),
    says("usage-period", {}),
    says("claim-window", {}),
    says("proof-deadline", {}),
    says("due-after-activity", {
      within: Span,
      firstClaimWithin: Span.nullable().describe("Longer time for the first claim of a location"),
    }),
    says("time-zone", { timeZone: z.string() }),
  ])
  .meta({ id: "DateStatement" });

/** What a claim carries, field by field: the texts beside the claim's form are made from these. */
export const ClaimStatement = z
  .discriminatedUnion("code", [
    says("one-activity", {}),
    says("execution-date", {}),
    says("amount", {}),
    says("cost-proof", {}),
    says("invoice-shows", { items: z.array(Named).describe("As the edition names them; empty for the usual ones") }),
    says("certification", { expenseTypes: z.array(Named).describe("Kinds of cost that may be certified") }),
    says("certification-shows", { items: z.array(Named) }),
    says("proof-note", {}),
    says("results", {}),
    says("pre-approval", { activityTypes: z.array(Named).describe("Types that need it whatever the amount") }),
    says("same-currency", {}),
  ])
  .meta({ id: "ClaimStatement" });

/** What happens when a claim, or a plan, is handed in, sent back and decided. */
export const StepStatement = z
  .discriminatedUnion("code", [
    says("draft", {}),
    says("submitted", promised),
    says("withdrawn", {}),
    says("sent-back", promised),
    says("approved", promised),
    says("cut", {}),
    says("rejected", {}),
    says("disputed", {
      open: ServiceLevel,
      decision: ServiceLevel,
      counted: CountedDay,
      final: z.boolean().describe("Whether the decision on it is the last word"),
    }),
    says("expired", {}),
    says("plan-submitted", promised),
    says("plan-sent-back", promised),
    says("plan-approved", {}),
    says("plan-rejected", {}),
  ])
  .meta({ id: "StepStatement" });

/** What is confirmed on submission, and how long originals are kept. */
export const KeepingStatement = z
  .discriminatedUnion("code", [
    says("acknowledgement", { acknowledgement: z.object({ code: z.string(), text: z.string() }) }),
    says("retention", {
      months: z.number().int(),
      counted: z.object({ from: DateWire, until: DateWire }).describe("An activity of this day is kept until then"),
    }),
  ])
  .meta({ id: "KeepingStatement" });

/** A day that matters, with what happens on it. */
export const GuideDeadline = z
  .object({
    code: z.enum(["earning-ends", "usage-begins", "claiming-opens", "usage-ends", "claiming-ends", "proof-deadline"]),
    on: DateWire,
    inDays: z.number().int().describe("Days from today; 0 is today"),
    earningPeriod: PeriodWire,
    usagePeriod: PeriodWire,
  })
  .meta({ id: "GuideDeadline" });

/** What the program is and who takes part. */
export type ProgramStatement = z.infer<typeof ProgramStatement>;
/** What a plan is, and whether one is needed. */
export type PlanStatement = z.infer<typeof PlanStatement>;
/** Where the money comes from and what becomes of it. */
export type MoneyStatement = z.infer<typeof MoneyStatement>;
/** What the dates of a window mean. */
export type DateStatement = z.infer<typeof DateStatement>;
/** What a claim carries. */
export type ClaimStatement = z.infer<typeof ClaimStatement>;
/** What happens at each step. */
export type StepStatement = z.infer<typeof StepStatement>;
/** What is confirmed, and how long originals are kept. */
export type KeepingStatement = z.infer<typeof KeepingStatement>;
/** A day that matters. */
export type GuideDeadline = z.infer<typeof GuideDeadline>;
/** A promise of time counted from a day. */
export type CountedDay = z.infer<typeof CountedDay>;
