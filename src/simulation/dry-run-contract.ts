import { z } from "zod";
import {
  AbilitiesWire,
  DateWire,
  FaceWire,
  idIn,
  idWire,
  listOf,
  listQuery,
  MoneyWire,
  TimeWire,
} from "../platform/http/index.ts";
import { DRY_RUN_STATUSES } from "./dry-run.ts";

/** POST /editions/{id}/dry-run */
export const StartDryRunBody = z
  .strictObject({
    from: DateWire.describe("First day of the work of the claims it is tried on"),
    to: DateWire.describe("Last day of that work"),
  })
  .meta({ id: "StartDryRun" });
export type StartDryRunBody = z.output<typeof StartDryRunBody>;

/** POST /dry-runs/{id}/cancellation */
export const NoBody = z.strictObject({});

/** Sums in one currency; those of two currencies are never added up. */
const DryRunTotal = z
  .object({
    currency: z.string(),
    claims: z.number().int().describe("Claims judged so far"),
    changed: z.number().int(),
    gain: MoneyWire.describe("What claims that get more get more, together"),
    loss: MoneyWire.describe("What claims that get less lose, together; not below nothing"),
    before: MoneyWire.describe("What the rules of then give, together"),
    after: MoneyWire.describe("What the rules tried give, together"),
    difference: MoneyWire,
    refused: z.number().int().describe("Claims that would be refused and were not"),
    accepted: z.number().int().describe("Claims that would not be refused and were"),
  })
  .meta({ id: "DryRunTotal" });

/** A run with its progress and its sums. */
export const DryRunResource = z
  .object({
    id: idWire("dryRun"),
    edition: z.object({
      id: idWire("edition"),
      program: z.string(),
      programYear: z.string(),
      version: z.number().int(),
      revision: z.number().int().describe("Revision that is tried; the draft may have changed since"),
      changedSince: z.boolean(),
    }),
    from: DateWire,
    to: DateWire,
    status: z.enum(DRY_RUN_STATUSES),
    face: FaceWire,
    progress: z.object({
      total: z.number().int().nullable().describe("Claims of the span; null until they were counted"),
      judged: z.number().int(),
    }),
    changed: z.number().int().describe("Claims that would have come out otherwise"),
    totals: z.array(DryRunTotal),
    failure: z.string().nullable(),
    createdAt: TimeWire,
    createdBy: z.object({ name: z.string() }),
    startedAt: TimeWire.nullable(),
    finishedAt: TimeWire.nullable(),
    abilities: AbilitiesWire,
  })
  .meta({ id: "DryRun" });

/** GET /editions/{id}/dry-runs */
export const DryRunListQuery = listQuery(["createdAt"], {});
/** The runs of an edition, newest first. */
export const DryRunList = listOf(DryRunResource).meta({ id: "DryRunList" });

/** By what the changed claims are added up. */
export const GROUPS = ["partner", "activityType", "rule"] as const;

/** GET /dry-runs/{id}/groups */
export const DryRunGroupQuery = listQuery(["difference", "claims"], {
  by: z.enum(GROUPS).default("partner"),
  currency: z.string().length(3).optional(),
});

/** The changed claims of one partner, activity type or rule, in one currency. */
export const DryRunGroup = z
  .object({
    key: z.string().describe("Id of the partner, code of the activity type or of the rule"),
    name: z.string(),
    currency: z.string(),
    claims: z.number().int(),
    gain: MoneyWire,
    loss: MoneyWire,
    difference: MoneyWire,
    refused: z.number().int(),
    accepted: z.number().int(),
  })
  .meta({ id: "DryRunGroup" });
/** A page of groups. */
export const DryRunGroupList = listOf(DryRunGroup).meta({ id: "DryRunGroupList" });

/** Which changed claims: the list behind a number. */
const filters = {
  partner: idIn("organisation").optional(),
  activityType: z.string().max(80).optional(),
  rule: z.string().max(120).optional(),
  currency: z.string().length(3).optional(),
  effect: z.enum(["gain", "loss", "refused", "accepted"]).optional(),
};
/** GET /dry-runs/{id}/claims */
export const DryRunClaimQuery = listQuery(["difference", "number"], filters);
/** GET /dry-runs/{id}/claims.csv */
export const DryRunFileQuery = z.strictObject(filters);
export type DryRunFilters = z.output<typeof DryRunFileQuery>;

/** A claim that would have come out otherwise. */
export const DryRunClaim = z
  .object({
    id: idWire("claim"),
    number: z.string(),
    name: z.string(),
    partner: z.object({ id: idWire("organisation"), name: z.string() }),
    location: z.object({ id: idWire("location"), name: z.string(), partnerId: z.string() }),
    usagePeriod: z.string(),
    activityType: z.string(),
    activityTypeName: z.string(),
    executionDate: DateWire.nullable(),
    before: MoneyWire,
    after: MoneyWire,
    difference: MoneyWire,
    beforeRefused: z.boolean(),
    afterRefused: z.boolean(),
    reasons: z
      .array(z.object({ rule: z.string(), difference: MoneyWire }))
      .describe("By rule, what it takes or gives; together the difference"),
  })
  .meta({ id: "DryRunClaim" });
export type DryRunClaim = z.input<typeof DryRunClaim>;
/** A page of changed claims. */
export const DryRunClaimList = listOf(DryRunClaim).meta({ id: "DryRunClaimList" });
