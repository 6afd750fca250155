import { z } from "zod";
import { ActivityTypeShape } from "./activity-type-schema.ts";
import {
  Amount,
  Code,
  CurrencyCode,
  IsoDay,
  Label,
  Percent,
  PeriodShape,
  ProgramYear,
  TimeZone,
} from "./edition-values.ts";
import { CalendarShape } from "./parts/calendar-schema.ts";
import { CapShape, ProgramClass } from "./parts/cap-schema.ts";
import { ClaimRulesShape } from "./parts/claim-rules-schema.ts";
import { ConditionShape } from "./parts/condition-schema.ts";
import { EnrollmentRulesShape } from "./parts/enrollment-schema.ts";
import { FundRulesShape } from "./parts/fund-schema.ts";
import {
  AssociationRulesShape,
  EligibilityShape,
  EngagementShape,
  LeverShape,
  RateGroupShape,
} from "./parts/incentive-schema.ts";
import { PaymentRulesShape } from "./parts/payment-schema.ts";
import {
  ApprovalsShape,
  DisputesShape,
  ExtensionsShape,
  ReminderShape,
  StandingShape,
  WhoMayShape,
} from "./parts/people-schema.ts";
import { RequestRulesShape } from "./parts/request-schema.ts";
import { ServiceLevel } from "./parts/service-level-schema.ts";
import { CostShareShape } from "./parts/share-schema.ts";
import { WindowRuleShape } from "./parts/window-rule-schema.ts";

/** What kinds of incentive a program is made of (rulebook 3.1). */
export const PROGRAM_KINDS = ["rebate", "co-op", "plan", "association", "engagement", "direct-pay"] as const;

/** One earning period with when it may be used, claimed and proved. Dates are stored, not computed (rulebook 9.6, T04). */
export const ClaimingWindow = z
  .strictObject({
    earningPeriod: PeriodShape.describe("Half-year in which the fund is earned"),
    usagePeriod: PeriodShape.describe("Half-year in which the work must be done"),
    claimWindow: PeriodShape.describe("Days on which a claim may be submitted for the first time"),
    proofDeadline: IsoDay.describe("Last day on which a returned claim may be submitted again"),
  })
  .meta({ id: "ClaimingWindow", description: "Earning period with its usage period, claim window and proof deadline" });

const ServiceLevels = z
  .strictObject({
    claimDecision: ServiceLevel.describe("Vendor decides on a submitted claim"),
    claimAnswer: ServiceLevel.describe("Partner answers a request about a claim"),
    disputeOpen: ServiceLevel.describe("Partner disputes a decision"),
    disputeDecision: ServiceLevel.describe("Vendor decides on a dispute"),
    planReview: ServiceLevel.describe("Vendor decides on a plan"),
    planAnswer: ServiceLevel.describe("Partner answers a request about a plan"),
    profileValidation: ServiceLevel.describe("Payout and tax data are validated"),
    payment: ServiceLevel.describe("An approved claim is paid"),
    preApprovalDecision: ServiceLevel.optional().describe("Vendor answers a request for a pre-approval"),
    extensionDecision: ServiceLevel.optional().describe("Vendor answers a request for more time"),
    proofDecision: ServiceLevel.optional().describe("Vendor decides on a proof that was paid before"),
    associationStart: ServiceLevel.optional().describe("Vendor begins to review an association"),
    associationReview: ServiceLevel.optional().describe("Vendor decides on an association"),
    associationAnswer: ServiceLevel.optional().describe("Partner answers a request about an association"),
    associationDispute: ServiceLevel.optional().describe("Partner disputes an association"),
    customerOptOut: ServiceLevel.optional().describe("Customer may decline an association"),
    bankChange: ServiceLevel.optional().describe("Changed bank data are verified"),
    paymentDispute: ServiceLevel.optional().describe("Partner disputes a payment"),
  })
  .describe("Promises of time, counted from the event they follow");

/** What a reviewer or finance may use a reason code for. */
export const REASON_USES = ["action", "reject", "cut", "adjust"] as const;

const ReasonCode = z
  .strictObject({
    code: Code,
    label: Label.describe("What it means, in words of the partner"),
    whatToDo: Label.describe("What the partner can do now"),
    usedFor: z.array(z.enum(REASON_USES)).min(1),
    subjects: z
      .array(z.enum(["claim", "plan", "request", "association", "engagement", "revenue", "payment"]))
      .min(1)
      .optional()
      .describe("What it may be said of; claims and plans when unsaid"),
    partnerMayAct: z.boolean().optional().describe("Whether the partner can do anything about it"),
    final: z.boolean().optional().describe("Whether what was refused with it may not be sent again"),
  })
  .meta({ id: "ReasonCode", description: "Reason that a decision gives" });

const FundType = z
  .strictObject({
    code: Code,
    name: Label,
    planPeriodKind: z
      .enum(["program-year", "half-year", "quarter"])
      .describe("One plan per fund type and such a period"),
    splitPct: Percent.optional().describe("Share of the co-op part that goes to this fund"),
    active: z.boolean(),
    source: z
      .enum(["accrual", "allocation", "request"])
      .optional()
      .describe(
        "Earned by the partner (also when unsaid), given by the vendor, or asked for by the partner: one of them only",
      ),
  })
  .describe("Named pot of money under the program");

const ExpenseType = z
  .strictObject({
    code: Code,
    name: Label,
    csrAllowed: z.boolean().describe("Whether in-house cost of this type may be certified"),
  })
  .describe("Type of cost on an invoice line");

const ExcludedExpense = z.strictObject({
  code: Code,
  meaning: Label,
  words: z
    .array(z.string().trim().min(2).max(60))
    .min(1)
    .max(40)
    .optional()
    .describe("Words of a line's description that point at it, in any language"),
  severity: z
    .enum(["warns", "cuts"])
    .optional()
    .describe("What such a line does: it is shown (also when unsaid), or cut to nothing"),
});

const Named = z.strictObject({ code: Code, name: Label });

/** Parts that an edition may leave out; without one, nothing of its kind is ruled. */
const OPTIONAL_PARTS = {
  $schema: z.string().max(500).optional().describe("Where an editor finds the form of this document"),
  formerNames: z.array(Label).optional().describe("Earlier names of the program, so that people find it"),
  guide: z
    .strictObject({ title: Label, url: z.url().max(500) })
    .optional()
    .describe("The vendor's own guide, linked on the program's page"),
  calendar: CalendarShape.optional(),
  windowRule: WindowRuleShape.optional(),
  eligibility: z
    .array(EligibilityShape)
    .optional()
    .describe("What a location must have to take part, as words of the guide; enrollment.requirements are judged"),
  enrollment: EnrollmentRulesShape.optional(),
  partnerTiers: z.array(Named).optional().describe("Tiers of partner that rules may name"),
  partnerTypes: z.array(Named).optional().describe("Types of partner that rules may name"),
  costShare: z
    .array(CostShareShape)
    .min(1)
    .optional()
    .describe("Part of the cost that the vendor pays; the first that fits counts"),
  programCaps: z.array(CapShape).optional().describe("Caps for claims of every activity type"),
  funding: FundRulesShape.optional(),
  claims: ClaimRulesShape.optional(),
  requests: RequestRulesShape.optional(),
  conditions: z
    .array(ConditionShape)
    .max(200)
    .optional()
    .describe("Rules as expressions, where no other part says them"),
  standing: z.array(StandingShape).optional().describe("Facts about the partner that stop or warn"),
  payment: PaymentRulesShape.optional(),
  whoMay: WhoMayShape.optional(),
  approvals: ApprovalsShape.optional(),
  disputes: DisputesShape.optional(),
  extensions: ExtensionsShape.optional(),
  reminders: z.array(ReminderShape).optional(),
  rateGroups: z.array(RateGroupShape).optional().describe("Markets that share a rate"),
  engagements: z.array(EngagementShape).optional(),
  levers: z.array(LeverShape).optional(),
  associations: AssociationRulesShape.optional(),
};

/**
 * The rules of a program for one program year. A program is data: nothing here is a constant in code, and a published
 * document never changes (ARCHITECTURE.md, idea 1; rulebook 3.1).
 */
export const EditionShape = z
  .strictObject({
    schemaVersion: z.literal(1).describe("Version of this document's form"),
    program: Code.describe("Code of the program"),
    programName: Label,
    kind: z.array(z.enum(PROGRAM_KINDS)).min(1).describe("Kinds of incentive the program is made of"),
    programClass: ProgramClass,
    programYear: ProgramYear,
    startsOn: IsoDay.describe("First day of the program year"),
    endsOn: IsoDay.describe("Last day of the program year, inclusive"),
    timeZone: TimeZone,
    openEnrollment: z.boolean().describe("Whether partners may enrol without an invitation"),
    planMode: z.enum(["none", "optional", "required"]).describe("Whether a claim needs an approved plan"),
    planCommitment: z
      .enum(["none", "on-approval"])
      .default("none")
      .describe(
        "Whether an approved plan sets its amount aside in the fund; asks for plans per half-year and proof before payment",
      ),
    planResubmissionDays: z
      .int()
      .min(0)
      .max(366)
      .default(90)
      .describe("Days after the program year in which a returned or rejected plan may still be submitted again"),
    poeTiming: z.enum(["before-payment", "after-payment"]).describe("Whether proof comes before or after the payment"),
    incentivesUserMaySubmit: z
      .boolean()
      .describe("Whether an incentives user may submit and dispute, or an admin only"),
    currencies: z
      .array(CurrencyCode)
      .min(1)
      .describe("Currencies of funds; a claim is in the one currency of its fund"),
    fundTypes: z.array(FundType).min(1),
    split: z
      .strictObject({ rebatePct: Percent, coopPct: Percent })
      .nullable()
      .describe("Division of an earning of this year into rebate and co-op; null when there is none"),
    threshold: Amount.nullable().describe("Least co-op of an earning period that stays co-op; null for none"),
    minimumPayout: Amount,
    payingEntities: z.array(z.strictObject({ code: Code, name: Label, currency: CurrencyCode })).min(1),
    windows: z.array(ClaimingWindow).min(1).describe("Windows whose usage period begins in this program year"),
    categories: z.array(Named).describe("Groups in which people find the activity types"),
    coreRequirements: z.array(Named).describe("What proof must show, such as the logo; activity types name them"),
    expenseTypes: z.array(ExpenseType).describe("Kinds of cost on an invoice; activity types name those that are paid"),
    excludedExpenses: z.array(ExcludedExpense).describe("What is never reimbursed"),
    activityTypes: z
      .array(ActivityTypeShape)
      .min(1)
      .describe("What partners may claim: each with its proof (evidence), its results and its limits (caps)"),
    acknowledgements: z
      .array(z.strictObject({ code: Code, text: Label }))
      .describe("What a partner confirms on submission"),
    reasonCodes: z.array(ReasonCode).describe("Reasons that decisions give, with what the partner can do"),
    serviceLevels: ServiceLevels,
    retentionMonths: z.int().min(1).max(240).describe("Months after the activity for which originals are kept"),
    ...OPTIONAL_PARTS,
  })
  .describe("Rules of a program for one program year");

/** The rules of a program for one program year, parsed. */
export type EditionDocument = z.infer<typeof EditionShape>;
/** One earning period with when it may be used, claimed and proved. */
export type ClaimingWindow = z.infer<typeof ClaimingWindow>;
export { ServiceLevel } from "./parts/service-level-schema.ts";
/** The promises of time an edition makes. */
export type ServiceLevelCode = keyof EditionDocument["serviceLevels"];
/** Reason that a decision gives. */
export type ReasonCode = z.infer<typeof ReasonCode>;
