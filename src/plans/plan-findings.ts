import { holds } from "../identity/index.ts";
import type { Actor, Finding } from "../kernel/index.ts";
import { type Money, sum } from "../money/index.ts";
import type { PlanJudgement } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";

/** Rules whose words tell what a fund holds. */
const TELLS_BALANCE = "plan.above-funds";

/** The findings as the actor may read them: whoever plans without seeing funds is not told what they hold (rulebook 2.3). */
export function findingsFor(actor: Actor, plan: Plan, findings: readonly Finding[]): Finding[] {
  if (holds(actor, "fund.view", plan)) return [...findings];
  return findings.filter(({ rule }) => rule !== TELLS_BALANCE);
}

/** What the funds of the period hold for the plan; null for those who may not see funds, and where there is none. */
export function availableFor(actor: Actor, plan: Plan, { facts }: PlanJudgement): Money | null {
  if (facts.funds.length === 0 || !holds(actor, "fund.view", plan)) return null;
  return sum(
    facts.funds.map(({ available }) => available),
    plan.currency,
  );
}
