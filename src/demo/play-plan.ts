import { type Actor, addDays, type Command, dateIn } from "../kernel/index.ts";
import { moneyOf } from "../money/index.ts";
import {
  addActivity,
  addCampaign,
  approvePlan,
  cancelPlan,
  commentOnPlan,
  createPlan,
  openPlanReview,
  payPlan,
  rejectPlan,
  requestPlanInformation,
  resumePlan,
  submitPlan,
} from "../plans/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { LOCATIONS } from "./demo-locations.ts";
import { CLAIMANT, PEOPLE } from "./demo-people.ts";
import { type DemoCalendar, momentAgo, notBefore } from "./demo-times.ts";
import type { MarketingPlan, PlanStep } from "./marketing-plan.ts";
import { type Season, seasonOf } from "./plan-season.ts";
import { type PlannedStory, partAt, planStory } from "./plan-story.ts";
import { playStory, type Stage } from "./play-story.ts";
import type { Happening } from "./timeline.ts";

/** A plan with real dates, and the claims under it. */
export interface DatedPlan {
  readonly plan: MarketingPlan;
  readonly season: Season;
  readonly seed: number;
  readonly by: NonNullable<MarketingPlan["by"]>;
  readonly madeAt: Date;
  readonly claims: readonly { readonly of: number; readonly planned: PlannedStory }[];
}

/** Gives a plan its dates, seen from the calendar's `now`. `seed` spreads plans over the day. */
export function datePlan(calendar: DemoCalendar, plan: MarketingPlan, seed: number): DatedPlan {
  const season = seasonOf(calendar, plan.season);
  const begun = momentAgo(season.calendar.now, plan.made, seed);
  const types = plan.campaigns.flatMap(({ activities }) => activities.map(([, type]) => type));
  return {
    plan,
    season,
    seed,
    by: plan.by ?? CLAIMANT[LOCATIONS[plan.at].partner],
    madeAt: begun < season.notBefore ? season.notBefore : begun,
    claims: (plan.claims ?? []).map(({ of, ...told }, index) => {
      const story = { ...told, at: plan.at, activity: types[of] ?? "", ...(plan.by ? { by: plan.by } : {}) };
      return { of, planned: planStory(season.calendar, story, seed + index * 3) };
    }),
  };
}

/** A plan and its claims as happenings, each through the very commands that people's clicks run. */
export function playPlan(stage: Stage, dated: DatedPlan): Happening[] {
  const { plan, madeAt, season, seed, claims } = dated;
  const player: Planner = { stage, dated, id: "", activities: [] };
  const parts = plan.campaigns.reduce((sum, { activities }) => sum + 1 + activities.length, 0);
  let before = partAt(madeAt, parts);
  const steps = (plan.steps ?? []).map((step, index) => {
    const at = notBefore(momentAgo(season.calendar.now, step.day, seed + index * 7 + 2), before);
    before = at;
    return { at, run: (tx: Tx) => take(tx, player, step, at) };
  });
  return [
    { at: madeAt, run: (tx) => make(tx, player) },
    ...steps,
    ...claims.flatMap(({ of, planned }) => playStory(stage, planned, () => activityOf(player, of))),
  ];
}

interface Planner {
  readonly stage: Stage;
  readonly dated: DatedPlan;
  /** Known once the plan was made. */
  id: string;
  readonly activities: string[];
}

function activityOf({ activities, dated }: Planner, place: number): string {
  const id = activities[place];
  if (id === undefined) throw new RangeError(`the plan "${dated.plan.name}" has no activity ${place}`);
  return id;
}

async function make(tx: Tx, player: Planner): Promise<void> {
  const { stage, dated } = player;
  const { plan, season, madeAt } = dated;
  const { currency, place } = LOCATIONS[plan.at];
  const [fundType] = stage.document.fundTypes;
  if (!fundType) throw new RangeError(`${stage.document.programName} has no fund type`);
  const actor = stage.cast.actors[dated.by];
  let parts = -1;
  const next = (): Command => {
    parts += 1;
    return { actor, now: partAt(madeAt, parts) };
  };
  const created = await createPlan(tx, next(), () => ({
    program: stage.document.program,
    location: stage.cast.locations[plan.at].id,
    fundType: fundType.code,
    period: fundType.planPeriodKind === "program-year" ? season.programYear : season.window.usagePeriod.code,
    name: plan.name,
    currency,
    reviewerEmail: PEOPLE[plan.reviewer].email,
  }));
  player.id = created.id;
  for (const { name, objective, audience, within, activities } of plan.campaigns) {
    const { from, to } = season.window.usagePeriod;
    const [after, before] = within;
    const campaign = await addCampaign(tx, next(), created.id, () => ({
      name,
      objective,
      audience,
      startDate: addDays(from, after),
      endDate: addDays(to, -before),
    }));
    for (const [title, activityType, budget, expectedReach, supplier] of activities) {
      const activity = await addActivity(tx, next(), campaign.id, () => ({
        name: title,
        activityType,
        countries: [place.country],
        budget: moneyOf(budget, currency),
        expectedReach: expectedReach ?? null,
        supplier: supplier ?? null,
      }));
      player.activities.push(activity.id);
    }
  }
}

async function take(tx: Tx, player: Planner, step: PlanStep, now: Date): Promise<void> {
  const { dated, stage, id } = player;
  const { plan, season } = dated;
  const money = (amount: string) => moneyOf(amount, LOCATIONS[plan.at].currency);
  const command: Command = { actor: actorOf(player, step), now };
  const nothing = (): undefined => undefined;
  switch (step.do) {
    case "submit":
      await submitPlan(tx, command, id, () => ({}));
      return;
    case "resume":
      await resumePlan(tx, command, id, nothing);
      return;
    case "cancel":
      await cancelPlan(tx, command, id, nothing);
      return;
    case "open":
      await openPlanReview(tx, command, id, nothing);
      return;
    case "ask":
      await requestPlanInformation(tx, command, id, () => ({ reasonCode: step.reason, comment: step.text }));
      return;
    case "reject":
      await rejectPlan(tx, command, id, () => ({ reasonCode: step.reason, comment: step.text }));
      return;
    case "approve":
      await approvePlan(tx, command, id, () => ({
        approvedAmount: money(step.amount),
        reasonCode: step.reason ?? null,
        comment: step.text ?? null,
      }));
      return;
    case "pay":
      await payPlan(tx, command, id, () => ({
        amount: money(step.amount),
        usagePeriod: season.window.usagePeriod.code,
        paidOn: dateIn(stage.document.timeZone, now),
        reference: step.reference,
        note: step.note ?? null,
      }));
      return;
    case "say":
    case "note":
      await commentOnPlan(tx, command, id, () => ({
        text: step.text,
        visibility: step.do === "say" ? "shared" : "own-side",
      }));
      return;
    default:
      step satisfies never;
  }
}

/** Who takes a step: the partner, the plan's reviewer, finance, or whoever speaks. */
function actorOf({ stage, dated }: Planner, step: PlanStep): Actor {
  const { actors } = stage.cast;
  if ("by" in step) return actors[step.by];
  if (step.do === "pay") return actors.fiona;
  return step.do === "submit" || step.do === "resume" || step.do === "cancel"
    ? actors[dated.by]
    : actors[dated.plan.reviewer];
}
