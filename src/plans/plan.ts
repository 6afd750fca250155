import type { IsoDate, Period, Scope } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { PlanStatus } from "./plan-transitions.ts";

/** A plan as it stands in its table, without its campaigns. Ids are UUIDs. */
export interface Plan extends Scope {
  readonly id: string;
  readonly partnerId: string;
  readonly number: string;
  readonly name: string;
  readonly fundType: string;
  /** Program year or half-year the plan is for. */
  readonly period: Period;
  readonly editionId: string;
  readonly currency: string;
  /** Whom the partner named. */
  readonly reviewerEmail: string;
  /** Who answers for the review: the named person, or whoever was assigned since. */
  readonly reviewerId: string;
  /** The limit of what is paid for the plan; at most the sum of its budgets. */
  readonly amountApproved: Money | null;
  /** The fund that holds the approved amount aside, where the edition commits money at approval. */
  readonly committedFundId: string | null;
  readonly status: PlanStatus;
  /** Counts submissions. */
  readonly round: number;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly dueOn: IsoDate | null;
  readonly dueSide: "partner" | "vendor" | null;
  readonly reasonCode: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly firstSubmittedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly openedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** A dated group of activities in a plan. A draft may lack dates; a submitted plan does not. */
export interface Campaign {
  readonly id: string;
  readonly planId: string;
  readonly partnerId: string;
  readonly name: string;
  readonly objective: string | null;
  readonly audience: string | null;
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly version: number;
}

/** One piece of work of a catalogue type. Without dates of its own it runs as long as its campaign. */
export interface Activity {
  readonly id: string;
  readonly planId: string;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly name: string;
  readonly activityType: string;
  /** ISO 3166 codes, at least one when the plan is submitted. */
  readonly countries: readonly string[];
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly budget: Money | null;
  /** People. */
  readonly expectedReach: number | null;
  readonly supplier: string | null;
  readonly preApprovalId: string | null;
  readonly version: number;
}
