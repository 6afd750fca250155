import type { LocationKey } from "./demo-locations.ts";
import type { PersonKey } from "./demo-people.ts";
import type { Story } from "./story.ts";

/**
 * When a plan of the demo is for, and when it lives. `running`: the half-year whose claims come in now. `beside`: the other
 * half of its program year. `begun`: the half-year, or program year, of today. `over`: a half-year whose last proof was due.
 * `long-over`: a half-year of the program year before that.
 */
export type PlanSeason = "running" | "beside" | "begun" | "over" | "long-over";

/**
 * A plan of the demo in words. Days count backwards from the day on which its half-year ends, or from today while it lasts,
 * so that a plan is always made, and mostly decided, before its work is over.
 */
export interface MarketingPlan {
  readonly at: LocationKey;
  /** Who plans; the partner's incentives admin unless said. */
  readonly by?: PersonKey;
  readonly season: PlanSeason;
  readonly name: string;
  readonly reviewer: "rosa" | "tomasz";
  /** How many days ago the plan was begun. */
  readonly made: number;
  readonly campaigns: readonly PlanCampaign[];
  readonly steps?: readonly PlanStep[];
  readonly claims?: readonly PlanClaim[];
}

/** A campaign in a plan. */
export interface PlanCampaign {
  readonly name: string;
  readonly objective: string;
  readonly audience: string;
  /** Days after the first and before the last day of the half-year. */
  readonly within: readonly [after: number, before: number];
  readonly activities: readonly PlanActivity[];
}

/** An activity in a plan: name, activity type, budget, people to be reached, supplier. */
export type PlanActivity = readonly [name: string, type: string, budget: string, reach?: number, supplier?: string];

/** A claim under a plan; `of` is the place of its activity among all of the plan. */
export interface PlanClaim extends Omit<Story, "at" | "activity" | "by"> {
  readonly of: number;
}

/** Something that happened to a plan, so many days ago. */
export type PlanStep = { readonly day: number } & (
  | { readonly do: "submit" | "resume" | "cancel" }
  | { readonly do: "open" }
  | { readonly do: "ask"; readonly reason: string; readonly text: string }
  | { readonly do: "reject"; readonly reason: string; readonly text: string }
  | { readonly do: "approve"; readonly amount: string; readonly reason?: string; readonly text?: string }
  | { readonly do: "pay"; readonly amount: string; readonly reference: string; readonly note?: string }
  | { readonly do: "say" | "note"; readonly by: PersonKey; readonly text: string }
);

/** The partner submits the plan. */
export const sent = (day: number): PlanStep => ({ day, do: "submit" });
/** The partner takes the plan back to editing. */
export const resumed = (day: number): PlanStep => ({ day, do: "resume" });
/** The partner gives up a plan that was never submitted. */
export const droppedPlan = (day: number): PlanStep => ({ day, do: "cancel" });
/** Its reviewer opens the plan. */
export const read = (day: number): PlanStep => ({ day, do: "open" });
/** Its reviewer asks for something. */
export const askedBack = (day: number, reason: string, text: string): PlanStep => ({ day, do: "ask", reason, text });
/** Its reviewer rejects the plan. */
export const turnedDown = (day: number, reason: string, text: string): PlanStep => ({
  day,
  do: "reject",
  reason,
  text,
});
/** Its reviewer approves the plan up to an amount. */
export const agreed = (day: number, amount: string, text?: string, reason?: string): PlanStep => ({
  day,
  do: "approve",
  amount,
  ...(text === undefined ? {} : { text }),
  ...(reason === undefined ? {} : { reason }),
});
/** The vendor's finance pays ahead of proof. */
export const paid = (day: number, amount: string, reference: string, note?: string): PlanStep => ({
  day,
  do: "pay",
  amount,
  reference,
  ...(note === undefined ? {} : { note }),
});
/** Somebody comments on the plan for both sides. */
export const remarked = (day: number, by: PersonKey, text: string): PlanStep => ({ day, do: "say", by, text });
/** Somebody notes something on the plan for the own side. */
export const jotted = (day: number, by: PersonKey, text: string): PlanStep => ({ day, do: "note", by, text });
