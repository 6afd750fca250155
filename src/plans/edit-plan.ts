import { type Command, checkVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { activitiesOf, setCurrency } from "./activity-store.ts";
import { checkCurrency, checkReviewer, refused } from "./create-plan.ts";
import { editionOf } from "./judge-plan.ts";
import { lockForEditing } from "./lock-for-editing.ts";
import type { Plan } from "./plan.ts";
import type { EditPlanBody } from "./plan-bodies.ts";
import { savePlan } from "./plan-store.ts";

/** Changes what the partner says about the plan itself. Fields left out stay as they are. */
export async function editPlan(tx: Tx, command: Command, id: string, body: () => EditPlanBody): Promise<Plan> {
  const plan = await lockForEditing(tx, command, id);
  checkVersion(command.seen, plan.version);
  const { name, currency, reviewerEmail } = body();
  if (currency !== undefined && currency !== plan.currency) await changeCurrency(tx, plan, currency);
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency }),
    ...(reviewerEmail === undefined || reviewerEmail === plan.reviewerEmail
      ? {}
      : { reviewerEmail, reviewerId: await checkReviewer(tx, command, plan.programId, reviewerEmail) }),
  };
  if (Object.keys(change).length === 0) return plan;
  const saved = await savePlan(tx, command.now, plan, change);
  await events.record(tx, {
    at: command.now,
    type: "plan.edited",
    subjectType: "plan",
    subjectId: plan.id,
    partnerId: plan.partnerId,
    actor: command.actor,
    payload: { fields: Object.keys(change).filter((field) => field !== "reviewerId") },
  });
  return saved;
}

/** The currency is fixed after the first submission, and while a budget is in it (rulebook 3.3). */
async function changeCurrency(tx: Tx, plan: Plan, currency: string): Promise<void> {
  checkCurrency(await editionOf(tx, plan), currency);
  if (plan.round > 0)
    throw refused(
      "currency",
      "currency-fixed",
      `The currency is fixed since the plan was first submitted: ${plan.currency}.`,
    );
  const budgets = (await activitiesOf(tx, plan.id)).filter(({ budget }) => budget !== null);
  if (budgets.length > 0)
    throw refused(
      "currency",
      "currency-in-use",
      `${budgets.length === 1 ? "A budget is" : `${budgets.length} budgets are`} in ${plan.currency}: clear ${budgets.length === 1 ? "it" : "them"} before you change the currency.`,
    );
  await setCurrency(tx, plan.id, currency);
}
