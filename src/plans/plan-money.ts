import { ledger, type SubjectBalance } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** What stands on the accounts of a plan, in minor units of its currency. */
export interface PlanMoney {
  /** Set aside in the fund and not yet drawn by a claim. */
  readonly committed: bigint;
  /** Paid ahead of proof, whatever became of it. */
  readonly paid: bigint;
  /** Of `paid`, proven. */
  readonly proven: bigint;
  /** Of `paid`, neither proven nor demanded back. */
  readonly unproven: bigint;
  /** Of `paid`, not proven by its deadline and owed to the vendor. */
  readonly demandedBack: bigint;
  /** What is unproven in each fund that paid. */
  readonly unprovenByFund: ReadonlyMap<string, bigint>;
}

/** The money under a plan as the ledger has it. The caller holds the lock of the plan where the answer decides about money. */
export async function planMoney(tx: Tx, plan: { readonly id: string; readonly currency: string }): Promise<PlanMoney> {
  const balances = await ledger.balancesOfSubject(tx, plan.id, plan.currency);
  const sumOf = (kind: SubjectBalance["kind"]): bigint =>
    balances.reduce((sum, one) => (one.kind === kind ? sum + one.minor : sum), 0n);
  const [proven, unproven, demandedBack] = [sumOf("paid"), sumOf("plan-unproven"), sumOf("receivable")];
  return {
    committed: sumOf("plan-committed"),
    paid: proven + unproven + demandedBack,
    proven,
    unproven,
    demandedBack,
    unprovenByFund: new Map(
      balances.flatMap(({ kind, fundId, minor }) =>
        kind === "plan-unproven" && minor > 0n ? [[fundId, minor] as const] : [],
      ),
    ),
  };
}
