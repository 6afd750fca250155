import type { IsoDate, Period } from "../../kernel/index.ts";
import type { Money } from "../../money/index.ts";

/** A plan with everything in it as plain data, the form in which the rules judge it. */
export interface PlanSubject {
  readonly period: Period;
  readonly fundType: string;
  readonly currency: string;
  readonly reviewerEmail: string;
  readonly campaigns: readonly SubjectCampaign[];
}

/** A campaign as the rules see it. */
export interface SubjectCampaign {
  readonly id: string;
  readonly name: string;
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly activities: readonly SubjectActivity[];
}

/** An activity as the rules see it. */
export interface SubjectActivity {
  readonly id: string;
  readonly name: string;
  readonly activityType: string;
  readonly countries: readonly string[];
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly budget: Money | null;
  readonly expectedReach: number | null;
  readonly preApprovalId: string | null;
}

/** What the rules need to know of the world around a plan. */
export interface PlanFacts {
  /** The date it is in the program's zone. */
  readonly today: IsoDate;
  /** The submission that is judged: its day is today while the plan is with the partner, then the day on which it was sent. */
  readonly submission: { readonly attempt: "first" | "again"; readonly on: IsoDate };
  /** Once decided, what the funds hold and what day it is say nothing about the plan any more. */
  readonly decided: boolean;
  readonly enrolled: boolean;
  /** Whether the person who answers for the review may still decide on plans of the program. */
  readonly reviewerValid: boolean;
  /** The funds the plan may draw on, with what is left in them for it. */
  readonly funds: readonly { readonly usage: Period; readonly available: Money }[];
}
