import { z } from "zod";
import { CertificationResource, DocumentResource, InvoiceResource, MetricsResource } from "../evidence/index.ts";
import {
  AbilitiesWire,
  DateWire,
  FaceWire,
  FindingWire,
  idIn,
  idWire,
  listOf,
  listQuery,
  MoneyWire,
  NonNegativeMoneyIn,
  PeriodWire,
  PositiveMoneyIn,
  TimeWire,
  textIn,
} from "../platform/http/index.ts";
import { ClaimAsksWire } from "./claim-asks-contract.ts";

const STATUS = z.enum([
  "editing",
  "submitted",
  "under_review",
  "action_required",
  "approved",
  "rejected",
  "cancelled",
  "expired",
]);
const PRE_APPROVAL = z.union([textIn(60), z.literal("").transform(() => null), z.null()]);
const MAX_LINES_DECIDED = 1000;

/** A field that may be left out only where a plan's activity knows it; asked for beside whatever else is wrong with the body. */
function knownWithoutPlan(field: "program" | "location" | "activityType" | "name") {
  const isThere = (body: { readonly [name: string]: unknown }): boolean =>
    body["activity"] !== undefined || body[field] !== undefined;
  const when = ({ value }: { readonly value: unknown }): boolean => typeof value === "object" && value !== null;
  const path: PropertyKey[] = [field];
  return [isThere, { path, message: "This field is required.", params: { code: "required" }, when }] as const;
}

/** What only some programs ask of a claim. */
const ANSWERS = {
  fields: z
    .record(z.string().max(80), z.string().max(2000))
    .optional()
    .describe("Values of the fields that the program asks for, by code; all of them, replacing those before"),
  sponsors: z.int().min(1).max(100).nullish().describe("Number of vendors that pay together; one unless said"),
  sharePercent: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/, "Write a percentage such as 50 or 12.5.")
    .nullish()
    .describe("The share that was agreed, where the edition leaves a choice"),
  event: textIn(120)
    .nullish()
    .describe("Key of the event it is for, so that several claims of one event count together"),
};

/** POST /claims */
export const CreateClaimBody = z
  .strictObject({
    program: z.string().optional().describe("Code of the program"),
    location: idIn("location").optional(),
    usagePeriod: z.string().max(20).optional().describe("Code of the usage period, such as FY27-H1"),
    activity: z
      .string()
      .max(60)
      .optional()
      .describe("Id of a plan's activity; what the plan knows may be left out then"),
    activityType: z.string().max(80).optional().describe("Code of the catalogue"),
    name: textIn(200).optional(),
    executionDate: DateWire.nullish(),
    amountClaimed: PositiveMoneyIn.nullish(),
    preApprovalId: PRE_APPROVAL.optional(),
    ...ANSWERS,
  })
  .refine(...knownWithoutPlan("program"))
  .refine(...knownWithoutPlan("location"))
  .refine(...knownWithoutPlan("activityType"))
  .refine(...knownWithoutPlan("name"))
  .meta({
    id: "CreateClaim",
    description: "Without an activity of a plan, program, location, activity type and name are required",
  });
export type CreateClaimBody = z.output<typeof CreateClaimBody>;

/** PATCH /claims/{id}; a field left out stays as it is, null clears it. */
export const EditClaimBody = z
  .strictObject({
    name: textIn(200).optional(),
    activityType: z.string().max(80).optional(),
    executionDate: DateWire.nullable().optional(),
    amountClaimed: PositiveMoneyIn.nullable().optional(),
    preApprovalId: PRE_APPROVAL.optional(),
    ...ANSWERS,
  })
  .meta({ id: "EditClaim" });
export type EditClaimBody = z.output<typeof EditClaimBody>;

/** POST /claims/{id}/submission */
export const SubmitClaimBody = z
  .strictObject({ acknowledgements: z.array(z.string().max(80)).max(50).default([]) })
  .meta({ id: "SubmitClaim" });
export type SubmitClaimBody = z.output<typeof SubmitClaimBody>;

/** POST /claims/{id}/information-request */
export const RequestInformationBody = z
  .strictObject({
    reasonCode: z.string().max(80),
    comment: textIn(4000),
    item: z.string().max(60).nullish().describe("Id of the invoice, line, document or certification it is about"),
  })
  .meta({ id: "RequestInformation" });
export type RequestInformationBody = z.output<typeof RequestInformationBody>;

/** POST /claims/{id}/approval: lines that are not named are approved as the rules leave them. */
export const ApproveClaimBody = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          id: z.string().max(60).describe("Id of an invoice line or of a certification"),
          approvedAmount: NonNegativeMoneyIn,
          reasonCode: z.string().max(80).nullish(),
        }),
      )
      .max(MAX_LINES_DECIDED)
      .default([]),
    comment: textIn(4000).nullish(),
  })
  .meta({ id: "ApproveClaim" });
export type ApproveClaimBody = z.output<typeof ApproveClaimBody>;

/** POST /claims/{id}/rejection */
export const RejectClaimBody = z
  .strictObject({ reasonCode: z.string().max(80), comment: textIn(4000).nullish() })
  .meta({ id: "RejectClaim" });
export type RejectClaimBody = z.output<typeof RejectClaimBody>;

const SORTED_BY = ["updatedAt", "dueAt", "number", "amountClaimed"] as const;
const claimFilter = {
  status: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(STATUS))
    .optional()
    .describe("One status, or several with commas"),
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
  partner: idIn("organisation").optional(),
  assignee: z.string().max(60).optional().describe("Id of a person, `me` or `none`"),
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  q: z.string().max(200).optional().describe("Part of the number or the name"),
};

/** GET /claims */
export const ClaimListQuery = listQuery(SORTED_BY, { ...claimFilter, include: z.literal("abilities").optional() });

/** GET /claims.csv */
export const ClaimFileQuery = listQuery(SORTED_BY, claimFilter).omit({ limit: true, cursor: true });
export type ClaimFileQuery = z.output<typeof ClaimFileQuery>;
export type ClaimListQuery = z.output<typeof ClaimListQuery>;

const place = z.object({ id: idWire("location"), name: z.string(), partnerId: z.string() });
const partner = z.object({ id: idWire("organisation"), name: z.string() });

/** A claim as a row of a list. */
export const ClaimListItem = z
  .object({
    id: idWire("claim"),
    number: z.string(),
    name: z.string(),
    status: STATUS,
    face: FaceWire,
    version: z.number().int(),
    program: z.string(),
    location: place,
    partner,
    usagePeriod: z.string(),
    activityType: z.string(),
    activityTypeName: z.string(),
    executionDate: DateWire.nullable(),
    amountClaimed: MoneyWire.nullable(),
    amountApproved: MoneyWire.nullable(),
    currency: z.string(),
    plan: z
      .object({ id: idWire("plan"), number: z.string(), name: z.string() })
      .nullable()
      .describe("The plan it is claimed under"),
    planActivity: z
      .object({ id: idWire("activity"), name: z.string(), campaign: z.string().describe("Name of the campaign") })
      .nullable()
      .describe("The activity of the plan that it proves"),
    dueAt: TimeWire.nullable(),
    dueOn: DateWire.nullable(),
    dueSide: z.enum(["partner", "vendor"]).nullable(),
    updatedAt: TimeWire,
    abilities: AbilitiesWire.optional(),
  })
  .meta({ id: "ClaimListItem" });
export type ClaimListItem = z.input<typeof ClaimListItem>;

/** A page of claims. */
export const ClaimList = listOf(ClaimListItem).meta({ id: "ClaimList" });

const said = z.object({
  reasonCode: z.string().nullable(),
  reason: z.string().nullable().describe("The reason in words"),
  whatToDo: z.string().nullable(),
  comment: z.string().nullable(),
  at: TimeWire,
  by: z.string().describe("Name of the person"),
});

/** One claim with everything in it. */
export const ClaimResource = ClaimListItem.extend({
  preApprovalId: z.string().nullable(),
  fields: z.record(z.string(), z.string()).describe("Values of the fields that the program asks for, by code"),
  sponsors: z.number().int().nullable(),
  sharePercent: z.string().nullable(),
  event: z.string().nullable(),
  asks: ClaimAsksWire.describe("What the edition asks of this claim beside what every claim says"),
  activity: idWire("activity")
    .nullable()
    .describe("Id of the plan's activity, as it was named when the claim was made"),
  round: z.number().int().describe("How often it was submitted"),
  amountReserved: MoneyWire,
  fund: z.object({ id: idWire("fund"), remaining: MoneyWire, expiresOn: DateWire }),
  usage: PeriodWire,
  claimWindow: z
    .object({ from: DateWire, to: DateWire })
    .describe(
      "Days of the first submission; under a plan that is paid ahead, from the first day of use to the proof deadline",
    ),
  edition: z.object({ id: idWire("edition"), programYear: z.string(), version: z.number().int() }),
  submittedAt: TimeWire.nullable(),
  invoices: z.array(InvoiceResource),
  certifications: z.array(CertificationResource),
  documents: z.array(DocumentResource),
  metrics: MetricsResource,
  informationRequest: said.extend({ item: z.string().nullable() }).nullable(),
  decision: said.extend({ kind: z.enum(["approved", "rejected"]) }).nullable(),
  reasons: z.record(z.string(), z.string()).describe("Reason codes used in this claim, in words"),
  abilities: AbilitiesWire,
}).meta({ id: "Claim" });
export type ClaimResource = z.input<typeof ClaimResource>;

/** GET /claims/{id}/findings */
export const ClaimFindings = z
  .object({
    findings: z.array(FindingWire),
    acknowledgements: z.array(z.object({ code: z.string(), text: z.string() })),
    checklist: z.array(
      z.object({
        kind: z.string(),
        code: z.string(),
        label: z.string(),
        state: z.enum(["present", "missing", "not-needed", "judged"]),
        required: z.boolean(),
        field: z.string(),
        accepts: z.array(z.string()),
        allowsLink: z.boolean(),
      }),
    ),
    proofTotal: MoneyWire,
    eligibleTotal: MoneyWire,
    lines: z.array(
      z.object({
        id: z.string(),
        eligibleAmount: MoneyWire,
        cuts: z.array(z.object({ rule: z.string(), amount: MoneyWire, reasonCode: z.string() })),
      }),
    ),
  })
  .meta({ id: "ClaimFindings" });

/** GET /claims/{id}/duplicates */
export const ClaimDuplicates = z
  .object({
    items: z.array(
      z.object({
        field: z.string().describe("The invoice or proof document, as findings name it"),
        code: z.enum(["same-supplier-and-number", "same-supplier-date-and-total", "same-file"]),
        where: z.enum(["same-partner", "other-partner"]),
        claims: z
          .array(z.object({ id: idWire("claim"), number: z.string(), name: z.string() }))
          .describe("The other claims, as far as the reader may see them"),
      }),
    ),
  })
  .meta({ id: "ClaimDuplicates" });
