import { z } from "zod";
import { isCountry } from "../kernel/index.ts";
import { DateWire, idIn, MoneyIn, PositiveMoneyIn, textIn } from "../platform/http/index.ts";

const EMAIL = z.string().trim().max(254).pipe(z.email("An e-mail address, such as ann@vendor.example."));
const COUNTRY = z.string().refine(isCountry, {
  message: "A country of ISO 3166 as two letters, such as DE.",
  params: { code: "unknown-country" },
});
const MOST_COUNTRIES = 250;
const MOST_REACH = 2_000_000_000;

/** POST /plans */
export const CreatePlanBody = z
  .strictObject({
    program: z.string().max(80).describe("Code of the program"),
    location: idIn("location"),
    fundType: z.string().max(80).describe("Code of the fund type"),
    period: z.string().max(20).describe("Program year or half-year, as the fund type asks: FY27 or FY27-H1"),
    name: textIn(120),
    currency: z.string().regex(/^[A-Z]{3}$/, "A currency as three letters, such as USD."),
    reviewerEmail: EMAIL.describe("The account manager at the vendor who reviews the plan"),
  })
  .meta({ id: "CreatePlan" });
export type CreatePlanBody = z.output<typeof CreatePlanBody>;

/** PATCH /plans/{id}; a field left out stays as it is. The currency is fixed after the first submission. */
export const EditPlanBody = z
  .strictObject({
    name: textIn(120).optional(),
    currency: CreatePlanBody.shape.currency.optional(),
    reviewerEmail: EMAIL.optional(),
  })
  .meta({ id: "EditPlan" });
export type EditPlanBody = z.output<typeof EditPlanBody>;

/** POST /plans/{id}/campaigns */
export const CampaignBody = z
  .strictObject({
    name: textIn(120),
    startDate: DateWire.nullish(),
    endDate: DateWire.nullish(),
    objective: textIn(2000).nullish(),
    audience: textIn(500).nullish(),
  })
  .meta({ id: "CampaignBody" });
export type CampaignBody = z.output<typeof CampaignBody>;

/** PATCH /campaigns/{id}; a field left out stays as it is, null clears it. */
export const EditCampaignBody = CampaignBody.partial().meta({ id: "EditCampaign" });
export type EditCampaignBody = z.output<typeof EditCampaignBody>;

/** POST /campaigns/{id}/activities */
export const ActivityBody = z
  .strictObject({
    name: textIn(200),
    activityType: z.string().max(80).describe("Code of the catalogue"),
    countries: z.array(COUNTRY).max(MOST_COUNTRIES).default([]),
    startDate: DateWire.nullish(),
    endDate: DateWire.nullish(),
    budget: PositiveMoneyIn.nullish().describe("In the plan's currency, above nothing"),
    expectedReach: z.int().min(0).max(MOST_REACH).nullish().describe("People"),
    supplier: textIn(200).nullish(),
    preApprovalId: textIn(60).nullish(),
  })
  .meta({ id: "ActivityBody" });
export type ActivityBody = z.output<typeof ActivityBody>;

/** PATCH /activities/{id}; a field left out stays as it is, null clears it. */
export const EditActivityBody = ActivityBody.extend({ countries: z.array(COUNTRY).max(MOST_COUNTRIES) })
  .partial()
  .meta({ id: "EditActivity" });
export type EditActivityBody = z.output<typeof EditActivityBody>;

/** POST /plans/{id}/submission. The amount that was confirmed on the screen; refused when the plan's sum is another by now. */
export const SubmitPlanBody = z.strictObject({ confirmedAmount: MoneyIn.optional() }).meta({ id: "SubmitPlan" });
export type SubmitPlanBody = z.output<typeof SubmitPlanBody>;

/** POST /plans/{id}/information-request */
export const PlanRequestBody = z
  .strictObject({
    reasonCode: z.string().max(80),
    comment: textIn(4000),
    item: z.string().max(60).nullish().describe("Id of the campaign or activity it is about"),
  })
  .meta({ id: "PlanInformationRequest" });
export type PlanRequestBody = z.output<typeof PlanRequestBody>;

/** POST /plans/{id}/approval: the limit, at most what is planned. Below the planned amount a reason or a comment says why. */
export const ApprovePlanBody = z
  .strictObject({
    approvedAmount: PositiveMoneyIn,
    reasonCode: z.string().max(80).nullish(),
    comment: textIn(4000).nullish(),
  })
  .meta({ id: "ApprovePlan" });
export type ApprovePlanBody = z.output<typeof ApprovePlanBody>;

/** POST /plans/{id}/rejection */
export const RejectPlanBody = z
  .strictObject({ reasonCode: z.string().max(80), comment: textIn(4000).nullish() })
  .meta({ id: "RejectPlan" });
export type RejectPlanBody = z.output<typeof RejectPlanBody>;

/** POST /plans/{id}/payments (vendor finance; proof after payment only) */
export const PlanPaymentBody = z
  .strictObject({
    amount: PositiveMoneyIn,
    usagePeriod: z.string().max(20).optional().describe("Which fund pays, where the plan's period holds several"),
    paidOn: DateWire,
    reference: textIn(140).describe("As it stands on the bank statement"),
    note: textIn(2000).nullish(),
  })
  .meta({ id: "PlanPaymentBody" });
export type PlanPaymentBody = z.output<typeof PlanPaymentBody>;
