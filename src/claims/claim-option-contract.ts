import { z } from "zod";
import { FundItem } from "../funds/index.ts";
import { idIn, idWire, listOf, listQuery, MoneyWire } from "../platform/http/index.ts";
import { CapStatement } from "../programs/index.ts";

const Named = z.object({ code: z.string(), name: z.string() });

/** A cap with what other claims of the usage period used of it. */
export const CapState = z
  .object({
    cap: CapStatement,
    limit: MoneyWire.nullable().describe(
      "Most that may be approved, in the fund's currency; null where it cannot be told without looking at lines or rates",
    ),
    used: MoneyWire.describe("What was approved before in the usage period"),
    left: MoneyWire.nullable().describe("The limit less what was used"),
  })
  .meta({ id: "CapState" });

/** One activity type that a fund may pay for, and up to what. */
export const ActivityOption = z
  .object({
    code: z.string(),
    name: z.string(),
    category: Named,
    most: MoneyWire.describe("Most that a claim can bring today: what is left, or what a cap leaves"),
    limitedBy: z.enum(["balance", "cap"]),
    caps: z.array(CapState),
    requiresPreApproval: z.boolean(),
  })
  .meta({ id: "ActivityOption" });

/** Why nothing can be claimed from a fund today. */
export const CLAIM_OBSTACLES = [
  "role-missing",
  "below-threshold",
  "plan-required",
  "window-not-open",
  "window-closed",
  "nothing-left",
  "not-enrolled",
  "payout-data-missing",
] as const;

/** What may be claimed from one fund. */
export const ClaimOption = z
  .object({
    fund: FundItem,
    claimable: z
      .object({
        allowed: z.boolean(),
        reason: z.enum(CLAIM_OBSTACLES).optional(),
        message: z.string().optional(),
      })
      .describe("Whether a claim can be made and submitted today, and why not"),
    edition: z.object({ programYear: z.string(), version: z.number().int() }).describe("Judges claims from this fund"),
    proofDeadline: z.string().nullable().describe("Last day on which a returned claim may be submitted again"),
    activities: z.array(ActivityOption),
  })
  .meta({ id: "ClaimOption" });

/** A page of funds with what may be claimed from each. */
export const ClaimOptionList = listOf(ClaimOption);

/** Filters of the list. */
export const ClaimOptionQuery = listQuery(["expiresOn"], {
  fund: idIn("fund").optional(),
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
});

/** What will be left of a fund when its open claims are approved as claimed. */
export const FundForecast = z
  .object({
    remaining: MoneyWire.describe("Free now: submitted claims are taken off already"),
    drafts: z
      .array(
        z.object({
          id: idWire("claim"),
          number: z.string(),
          name: z.string(),
          status: z.string(),
          amountClaimed: MoneyWire.nullable().describe("Null where no amount has been entered yet"),
          reserved: MoneyWire.describe("Taken off already for this claim"),
          effect: MoneyWire.describe("What it would take off in addition, with its sign"),
        }),
      )
      .describe("Claims that the partner has in hand, oldest first"),
    afterDrafts: MoneyWire.describe(
      "Left when all of these are approved as claimed; below zero when they ask for too much",
    ),
    short: MoneyWire.nullable().describe("By how much the drafts ask for more than is left; null when they do not"),
  })
  .meta({ id: "FundForecast" });
