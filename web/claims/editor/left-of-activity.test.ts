import { expect, test } from "vitest";
import type { Plan } from "../../api/types.ts";
import { leftOf } from "./left-of-activity.ts";

const usd = (amount: string) => ({ amount, currency: "USD" });
const planOf = (activity: object, left: string | null): Pick<Plan, "campaigns" | "money"> =>
  // Only what is read here; a whole plan would say nothing more.
  ({ campaigns: [{ activities: [{ id: "act_1", ...activity }] }], money: left && { left: usd(left) } }) as never;

test("left is the budget without what other claims have taken of it, and never more than the plan's limit leaves", () => {
  const activity = { budget: usd("900.00"), claimed: usd("250.00") };
  expect(leftOf(planOf(activity, "5000.00"), "act_1")?.left).toEqual(usd("650.00"));
  expect(leftOf(planOf(activity, "100.00"), "act_1")?.left).toEqual(usd("100.00"));
  expect(leftOf(planOf(activity, null), "act_1")?.left).toEqual(usd("650.00"));
  expect(leftOf(planOf({ ...activity, claimed: usd("950.00") }, null), "act_1")?.left).toEqual(usd("0.00"));
});

test("an activity without a budget, or one that is not in the plan, says nothing", () => {
  expect(leftOf(planOf({ budget: null, claimed: usd("0.00") }, null), "act_1")).toBeUndefined();
  expect(leftOf(planOf({ budget: usd("1.00"), claimed: usd("0.00") }, null), "act_2")).toBeUndefined();
});
