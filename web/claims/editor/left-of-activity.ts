import { greatest, least, moneyOf, subtract, toWire, zero } from "../../../src/money/money.ts";
import type { MoneyOnWire, Plan } from "../../api/types.ts";

/** What other claims have left of the activity's budget, and never more than is left of the plan's limit. */
export function leftOf(
  plan: Pick<Plan, "campaigns" | "money">,
  id: string,
): { budget: MoneyOnWire; left: MoneyOnWire } | undefined {
  const activity = plan.campaigns.flatMap(({ activities }) => activities).find((one) => one.id === id);
  if (!activity?.budget) return undefined;
  const { budget, claimed } = activity;
  const { currency } = budget;
  const ofBudget = subtract(moneyOf(budget.amount, currency), moneyOf(claimed.amount, currency));
  const limit = plan.money?.left.currency === currency ? moneyOf(plan.money.left.amount, currency) : ofBudget;
  return { budget, left: toWire(greatest(least(ofBudget, limit), zero(currency))) };
}
