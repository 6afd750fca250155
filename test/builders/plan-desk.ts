import { type Actor, type Command, idText } from "../../src/kernel/index.ts";
import { type Money, moneyOf } from "../../src/money/index.ts";
import {
  addActivity,
  addCampaign,
  approvePlan,
  createPlan,
  openPlanReview,
  payPlan,
  submitPlan,
} from "../../src/plans/index.ts";
import { inTransaction, type Tx } from "../../src/platform/database/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { emailOf } from "./plans.ts";
import type { World, WorldPartner } from "./world.ts";

/** What may differ from the usual plan: one campaign in October 2026 with one activity of 3,000.00 over all of it. */
export interface PlanWish {
  /** The partner that plans; the first one unless said. */
  readonly partner?: WorldPartner;
  readonly period?: string;
  readonly days?: readonly [from: string, to: string];
  /** Budgets of its activities, all of digital advertising. */
  readonly budgets?: readonly string[];
  /** What is approved of it; the sum of the budgets unless said. */
  readonly approved?: string;
  /** Where it stops. */
  readonly upTo?: "editing" | "submitted" | "approved";
  /** Days of the activities, when they are not those of the campaign. */
  readonly activityDays?: readonly [from: string, to: string];
  readonly preApprovalId?: string;
}

/** A plan that was made, with the ids of what stands in it. */
export interface MadePlan {
  readonly id: string;
  readonly campaign: string;
  readonly activities: readonly string[];
  /** The first of them. */
  readonly activity: string;
}

const usd = (text: string): Money => moneyOf(text, "USD");
const nothing = (): undefined => undefined;

/** Takes plans through their life by the real commands, each in a transaction of its own and a second after the last. */
export function planDesk(database: TestDatabase, world: () => World) {
  let moment = Date.parse("2026-09-01T12:00:00Z");
  const take = <T>(actor: Actor, work: (tx: Tx, command: Command) => Promise<T>, at?: Date): Promise<T> =>
    inTransaction(database.db, actor, (tx) => work(tx, { actor, now: at ?? new Date((moment += 1000)) }));

  async function draft(wish: PlanWish): Promise<MadePlan> {
    const admin = wish.partner?.admin ?? world().incentivesAdmin;
    const location = (wish.partner ?? world()).location.id;
    const reviewerEmail = await emailOf(database.db, world().reviewer);
    const [startDate, endDate] = wish.days ?? ["2026-10-01", "2026-10-31"];
    const period = wish.period ?? "FY27-H1";
    const plan = await take(admin, (tx, command) =>
      createPlan(tx, command, () => ({
        program: "coop",
        location,
        fundType: "coop",
        period,
        name: "Autumn plan",
        currency: "USD",
        reviewerEmail,
      })),
    );
    const campaign = await take(admin, (tx, command) =>
      addCampaign(tx, command, plan.id, () => ({ name: "Autumn", startDate, endDate, objective: "More leads" })),
    );
    const activities = [];
    for (const [index, budget] of (wish.budgets ?? ["3000.00"]).entries()) {
      const [from, to] = wish.activityDays ?? [null, null];
      const made = await take(admin, (tx, command) =>
        addActivity(tx, command, campaign.id, () => ({
          name: `Banners ${index + 1}`,
          activityType: "digital-advertising",
          countries: ["GB"],
          startDate: from,
          endDate: to,
          budget: usd(budget),
          expectedReach: 20_000,
          preApprovalId: wish.preApprovalId ?? null,
        })),
      );
      activities.push(made.id);
    }
    return { id: plan.id, campaign: campaign.id, activities, activity: activities[0] ?? "" };
  }

  return {
    take,
    /** A plan as far as it is wished for; approved unless said. */
    async make(wish: PlanWish = {}): Promise<MadePlan> {
      const { upTo = "approved", budgets = ["3000.00"] } = wish;
      const made = await draft(wish);
      const admin = wish.partner?.admin ?? world().incentivesAdmin;
      const { reviewer } = world();
      if (upTo === "editing") return made;
      await take(admin, (tx, command) => submitPlan(tx, command, made.id, () => ({})));
      if (upTo === "submitted") return made;
      await take(reviewer, (tx, command) => openPlanReview(tx, command, made.id, nothing));
      const sum = budgets.reduce((total, budget) => total + usd(budget).minor, 0n);
      const approvedAmount = wish.approved === undefined ? { minor: sum, currency: "USD" } : usd(wish.approved);
      await take(reviewer, (tx, command) =>
        approvePlan(tx, command, made.id, () => ({ approvedAmount, comment: "As far as the budget goes." })),
      );
      return made;
    },
    /** Finance records a payment under a plan; made on the day it is recorded unless said. */
    pay: (plan: string, amount: string, wish: { at?: Date; paidOn?: string; usagePeriod?: string; by?: Actor } = {}) =>
      take(
        wish.by ?? world().finance,
        (tx, command) =>
          payPlan(tx, command, plan, () => ({
            amount: usd(amount),
            paidOn: wish.paidOn ?? command.now.toISOString().slice(0, 10),
            reference: "Wire 4711",
            ...(wish.usagePeriod === undefined ? {} : { usagePeriod: wish.usagePeriod }),
          })),
        wish.at,
      ),
  };
}

/** The id text of an activity, as a claim names it. */
export const activityText = (id: string): string => idText("activity", id);
