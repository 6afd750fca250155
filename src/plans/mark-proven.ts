import { loadFund } from "../funds/index.ts";
import { type Command, dateIn } from "../kernel/index.ts";
import { ledger, type ProofEvent } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { takenOfPlan } from "./activity-claims.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import { planMoney } from "./plan-money.ts";

/**
 * Moves what was paid ahead under a plan and is proven by now from unproven to paid, in the fund that is used first first.
 * Proven is the smaller of what was approved and what was paid (and not demanded back), at every moment: so this is called
 * when either grows, with the claim or payment that made it grow. The plan is locked. Returns what became proven now.
 */
export async function markProven(tx: Tx, { actor, now }: Command, plan: Plan, by: ProofEvent): Promise<Money> {
  const { approved } = await takenOfPlan(tx, plan.id);
  const { proven, unprovenByFund } = await planMoney(tx, plan);
  const { timeZone } = (await editionOf(tx, plan)).document;
  let open = approved > proven ? approved - proven : 0n;
  let moved = 0n;
  for (const { fundId, unproven } of await inOrderOfUse(tx, unprovenByFund)) {
    const amount = { minor: open < unproven ? open : unproven, currency: plan.currency };
    if (amount.minor === 0n) break;
    const { programId, partnerId, id: planId } = plan;
    const entry = ledger.prove(
      { fundId, programId, partnerId, planId },
      { by, amount, effectiveOn: dateIn(timeZone, now) },
    );
    await ledger.post(tx, actor, now, entry);
    open -= amount.minor;
    moved += amount.minor;
  }
  return { minor: moved, currency: plan.currency };
}

/** Funds that hold something unproven, the one whose usage period came first first. */
export async function inOrderOfUse(tx: Tx, unprovenByFund: ReadonlyMap<string, bigint>) {
  const funds = [];
  for (const [fundId, unproven] of unprovenByFund) funds.push({ fundId, unproven, fund: await loadFund(tx, fundId) });
  return funds.sort((a, b) => (a.fund.usage.from < b.fund.usage.from ? -1 : 1));
}
