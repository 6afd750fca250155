import { z } from "zod";
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
  PeriodWire,
  TimeWire,
} from "../platform/http/index.ts";

const STATUS = z.enum([
  "editing",
  "submitted",
  "under_review",
  "action_required",
  "approved",
  "rejected",
  "cancelled",
  "expired",
  "closed",
]);
const SORTED_BY = ["updatedAt", "dueAt", "number", "plannedAmount"] as const;
const planFilter = {
  status: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(STATUS))
    .optional()
    .describe("One status, or several with commas"),
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
  period: z.string().max(20).optional(),
  reviewer: z.string().max(60).optional().describe("Id of a person, or `me`"),
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  q: z.string().max(200).optional().describe("Part of the number or the name"),
};

/** GET /plans */
export const PlanListQuery = listQuery(SORTED_BY, { ...planFilter, include: z.literal("abilities").optional() });

/** GET /plans.csv */
export const PlanFileQuery = listQuery(SORTED_BY, planFilter).omit({ limit: true, cursor: true });
export type PlanListQuery = z.output<typeof PlanListQuery>;

const place = z.object({ id: idWire("location"), name: z.string(), partnerId: z.string() });
const partner = z.object({ id: idWire("organisation"), name: z.string() });

/** A plan as a row of a list. */
export const PlanListItem = z
  .object({
    id: idWire("plan"),
    number: z.string(),
    name: z.string(),
    status: STATUS,
    face: FaceWire,
    version: z.number().int(),
    program: z.string(),
    location: place,
    partner,
    fundType: z.string(),
    fundTypeName: z.string(),
    period: PeriodWire,
    currency: z.string(),
    plannedAmount: MoneyWire.describe("Sum of the budgets"),
    approvedAmount: MoneyWire.nullable().describe("The limit; null before approval"),
    campaignCount: z.number().int(),
    activityCount: z.number().int(),
    dueAt: TimeWire.nullable(),
    dueOn: DateWire.nullable(),
    dueSide: z.enum(["partner", "vendor"]).nullable(),
    updatedAt: TimeWire,
    abilities: AbilitiesWire.optional(),
  })
  .meta({ id: "PlanListItem" });
export type PlanListItem = z.input<typeof PlanListItem>;

/** A page of plans. */
export const PlanList = listOf(PlanListItem).meta({ id: "PlanList" });

/** A claim that proves an activity, as far as the plan's page shows it. */
const ActivityClaim = z.object({
  id: idWire("claim"),
  number: z.string(),
  name: z.string(),
  status: z.string(),
  face: FaceWire,
  amountClaimed: MoneyWire.nullable(),
  amountApproved: MoneyWire.nullable(),
});

/** An activity of a plan. */
export const ActivityResource = z
  .object({
    id: idWire("activity"),
    campaign: idWire("campaign"),
    plan: idWire("plan"),
    version: z.number().int(),
    name: z.string(),
    activityType: z.string(),
    activityTypeName: z.string(),
    countries: z.array(z.string()),
    startDate: DateWire.nullable(),
    endDate: DateWire.nullable(),
    budget: MoneyWire.nullable(),
    expectedReach: z.number().int().nullable(),
    supplier: z.string().nullable(),
    preApprovalId: z.string().nullable(),
    requiresPreApproval: z.boolean(),
    evidence: z
      .array(z.object({ code: z.string(), description: z.string(), required: z.boolean() }))
      .describe("Which proof the claim will be asked for"),
    claimed: MoneyWire.describe("Submitted and not refused, approved amounts where decided"),
    left: MoneyWire.nullable().describe(
      "What may still be claimed: of the budget, and never more than is left of the approved limit",
    ),
    claims: z.array(ActivityClaim),
    abilities: AbilitiesWire.describe("`addProof` among them"),
  })
  .meta({ id: "Activity" });
export type ActivityResource = z.input<typeof ActivityResource>;

/** A campaign of a plan with its activities. */
export const CampaignResource = z
  .object({
    id: idWire("campaign"),
    plan: idWire("plan"),
    version: z.number().int(),
    name: z.string(),
    objective: z.string().nullable(),
    audience: z.string().nullable(),
    startDate: DateWire.nullable(),
    endDate: DateWire.nullable(),
    budget: MoneyWire.describe("Sum of the activities"),
    activities: z.array(ActivityResource),
  })
  .meta({ id: "Campaign" });
export type CampaignResource = z.input<typeof CampaignResource>;

const said = z.object({
  reasonCode: z.string().nullable(),
  reason: z.string().nullable().describe("The reason in words"),
  whatToDo: z.string().nullable(),
  comment: z.string().nullable(),
  at: TimeWire,
  by: z.string().describe("Name of the person"),
});

/** A payment under a plan, ahead of its proof. */
export const PlanPaymentResource = z
  .object({
    id: idWire("planPayment"),
    fund: idWire("fund"),
    usagePeriod: z.string(),
    amount: MoneyWire,
    paidOn: DateWire,
    reference: z.string(),
    note: z.string().nullable(),
    postedAt: TimeWire,
    postedBy: z.string().describe("Name of the person"),
  })
  .meta({ id: "PlanPayment" });

/** One plan with everything in it. */
export const PlanResource = PlanListItem.extend({
  reviewerEmail: z.string(),
  reviewer: z.object({ id: idWire("person"), name: z.string() }).describe("Who answers for the review now"),
  round: z.number().int().describe("How often it was submitted"),
  edition: z.object({ id: idWire("edition"), programYear: z.string(), version: z.number().int() }),
  planMode: z.enum(["optional", "required"]),
  poeTiming: z.enum(["before-payment", "after-payment"]),
  firstSubmissionUntil: DateWire.describe("Last day of the program year"),
  resubmissionUntil: DateWire.describe("Last day on which a returned or rejected plan may be submitted again"),
  submittedAt: TimeWire.nullable(),
  funds: z
    .array(
      z.object({
        id: idWire("fund"),
        usagePeriod: z.string(),
        remaining: MoneyWire,
        expiresOn: DateWire,
        proofDeadline: DateWire,
      }),
    )
    .describe("Funds that the plan's period may draw on, with what is left in them"),
  money: z
    .object({
      committed: MoneyWire.describe("Set aside for the plan and not yet claimed"),
      claimed: MoneyWire.describe("Waiting for a decision"),
      approved: MoneyWire.describe("Approved claims of its activities"),
      paid: MoneyWire.describe("Paid ahead of proof"),
      proven: MoneyWire.describe("Of what was paid, proven"),
      unproven: MoneyWire.describe("Of what was paid, not yet proven"),
      demandedBack: MoneyWire.describe("Unproven at the deadline and owed to the vendor"),
      left: MoneyWire.describe("Of the limit, not yet claimed"),
    })
    .nullable()
    .describe("Null before approval"),
  campaigns: z.array(CampaignResource).describe("Campaigns in the order of their dates, with their activities"),
  payments: z.array(PlanPaymentResource),
  informationRequest: said.extend({ item: z.string().nullable() }).nullable(),
  decision: said.extend({ kind: z.enum(["approved", "rejected"]) }).nullable(),
  abilities: AbilitiesWire,
}).meta({ id: "Plan" });
export type PlanResource = z.input<typeof PlanResource>;

/** GET /plans/{id}/findings: the live checklist, the same judgement as at submission and in review. */
export const PlanFindings = z
  .object({ findings: z.array(FindingWire), plannedAmount: MoneyWire, available: MoneyWire.nullable() })
  .meta({ id: "PlanFindings" });
