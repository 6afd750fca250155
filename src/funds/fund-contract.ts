import { z } from "zod";
import { FLOWS, type TemplateName } from "../ledger/index.ts";
import {
  AbilitiesWire,
  DateWire,
  idIn,
  idWire,
  listOf,
  listQuery,
  MoneyIn,
  MoneyWire,
  PeriodWire,
  TimeWire,
  textIn,
} from "../platform/http/index.ts";

const Balances = {
  earned: MoneyWire.describe("Accrued and adjusted, up and down"),
  rolledIn: MoneyWire,
  rolledOut: MoneyWire,
  committed: MoneyWire.describe("Promised to plans"),
  reserved: MoneyWire.describe("Held for claims that wait for their decision"),
  approved: MoneyWire.describe("Owed or paid for approved claims"),
  paid: MoneyWire.describe("The part of approved that was paid"),
  converted: MoneyWire.describe("Became rebate because the threshold was missed"),
  forfeited: MoneyWire,
  remaining: MoneyWire.describe("Free to be claimed"),
};

const Reason = z.object({ code: z.string(), label: z.string() });

const fields = {
  id: idWire("fund"),
  program: z.string().describe("Code of the program"),
  programName: z.string(),
  location: z.object({
    id: idWire("location"),
    name: z.string(),
    partnerId: z.string().describe("PartnerID of the location"),
  }),
  partner: z.object({ id: idWire("organisation"), name: z.string() }),
  fundType: z.string(),
  earningPeriod: z.string().describe("Code of the half-year in which it is earned"),
  usagePeriod: z.string().describe("Code of the half-year in which the work must be done"),
  currency: z.string(),
  ...Balances,
  expiresOn: DateWire.describe("Last day of claiming; what is left then is forfeited"),
  claimWindow: z.object({ from: DateWire, to: DateWire }),
  usage: PeriodWire,
  earning: PeriodWire,
  qualified: z.boolean().nullable().describe("Whether the threshold was reached; null until the period is closed"),
  claimable: z.boolean().describe("Whether a claim may be submitted today"),
  abilities: AbilitiesWire.optional(),
};

/** A fund as a row of a list; abilities only where they were asked for. */
export const FundItem = z.object(fields).meta({ id: "FundItem" });

/** A fund. */
export const FundResource = z
  .object({
    ...fields,
    abilities: AbilitiesWire,
    adjustmentReasons: z
      .array(Reason)
      .optional()
      .describe("What an adjustment may give as its reason; for those who may adjust"),
  })
  .meta({ id: "Fund" });

/** A page of funds. */
export const FundList = listOf(FundItem);

/** Filters and sorts of the list. */
export const FundQuery = listQuery(["expiresOn", "location"], {
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
  partner: idIn("organisation").optional(),
  usagePeriod: z.string().max(20).optional(),
  id: idIn("fund").optional().describe("Only this fund"),
  open: z
    .literal("true")
    .optional()
    .describe("Only funds whose claim window has not ended, wherever on earth the last day still lasts"),
  include: z.literal("abilities").optional(),
});

/** What a line of a statement can come from. */
export const SOURCE_TYPES = ["claim", "earning", "adjustment", "plan", "plan-payment"] as const;

/** A line of a statement. */
export const StatementLine = z
  .object({
    id: z.string().describe("Id of the ledger entry and the number of its movement"),
    recordedAt: TimeWire.describe("When it was booked"),
    recordedOn: DateWire.describe("The day of that in the program's time zone"),
    effectiveOn: DateWire.describe("The day it counts for, in the program's time zone"),
    kind: z
      .string()
      .describe("The business event: accrue, adjust, reserve, approve, commit, pay-plan, prove and so on"),
    text: z.string().describe("The kind in words"),
    from: z.string().describe("Kind of account the money left"),
    to: z.string().describe("Kind of account the money reached"),
    amount: MoneyWire.describe("What it did to the available money, with its sign"),
    moved: MoneyWire.describe("What moved, without a sign"),
    availableAfter: MoneyWire,
    payingEntities: z.array(z.object({ code: z.string(), amount: MoneyWire })).describe("Oldest money first"),
    reasonCode: z.string().nullable(),
    reason: z.string().nullable().describe("The reason code in words of the edition"),
    note: z.string().nullable(),
    source: z.object({
      type: z.enum(SOURCE_TYPES),
      id: z.string().describe("Prefixed id, such as clm_..."),
      label: z.string().describe("What it is; the number of a claim or plan, for those who may see it"),
      name: z.string().nullable().describe("Name of the claim or plan, for those who may see it"),
      plan: idWire("plan").nullable().describe("The plan to open, for those who may see it"),
    }),
  })
  .meta({ id: "StatementLine" });

/** A page of a statement, newest line first. */
export const Statement = listOf(StatementLine);

const KINDS = Object.keys(FLOWS) as readonly TemplateName[];

/** A list with commas of some of these words. */
function someOf<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .max(400)
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(words as readonly [Word, ...Word[]])))
    .optional();
}

/** What a statement is narrowed to. */
const statementFilter = {
  kind: someOf(KINDS).describe("Kinds of lines, with commas: accrue, adjust, reserve, release, approve, ..."),
  source: someOf(SOURCE_TYPES).describe(
    "What lines come from, with commas: claim, earning, adjustment, plan, plan-payment",
  ),
  from: DateWire.optional().describe("First day that a line may count for"),
  to: DateWire.optional().describe("Last day that a line may count for"),
};

/** A statement has one order, so it offers no sort. */
export const StatementQuery = listQuery([], statementFilter);

/** What the file of a statement is narrowed to: it is not read by pages. */
export const StatementFileQuery = z.strictObject(statementFilter);

/** What finance sends to correct a fund. */
export const AdjustmentBody = z
  .strictObject({
    amount: MoneyIn.refine(({ minor }) => minor !== 0n, {
      message: "The amount must not be zero.",
      path: ["amount"],
      params: { code: "zero" },
    }),
    reasonCode: z.string().min(1).max(80),
    note: textIn(2000).nullish(),
    effectiveFor: DateWire,
    payingEntity: z.string().min(1).max(80).optional(),
  })
  .meta({ id: "NewAdjustment" });

/** A correction that was posted. */
export const AdjustmentResource = z
  .object({
    id: idWire("adjustment"),
    fund: idWire("fund"),
    amount: MoneyWire,
    reasonCode: z.string(),
    note: z.string().nullable(),
    effectiveFor: DateWire,
    payingEntity: z.string().nullable().describe("Who pays an increase; a decrease is taken from the oldest money"),
    postedAt: TimeWire,
    remaining: MoneyWire.describe("What the fund has left now"),
  })
  .meta({ id: "Adjustment" });
