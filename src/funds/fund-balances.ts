import { type FundTotals, ledger } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** All amounts of a fund, in its currency. `remaining = earned + rolledIn - converted - rolledOut - committed - reserved - approved - forfeited`. */
export type FundBalances = { readonly [Name in keyof FundTotals]: Money };

/** Totals of the ledger as amounts of a currency. */
export function balancesOf(totals: FundTotals, currency: string): FundBalances {
  const money = (minor: bigint): Money => ({ minor, currency });
  return {
    earned: money(totals.earned),
    rolledIn: money(totals.rolledIn),
    rolledOut: money(totals.rolledOut),
    committed: money(totals.committed),
    reserved: money(totals.reserved),
    approved: money(totals.approved),
    paid: money(totals.paid),
    converted: money(totals.converted),
    forfeited: money(totals.forfeited),
    remaining: money(totals.remaining),
  };
}

/** All amounts of one fund, as the ledger has them at this moment. */
export async function fundBalances(
  tx: Tx,
  fund: { readonly id: string; readonly currency: string },
): Promise<FundBalances> {
  const found = await ledger.fundTotals(tx, [fund.id]);
  const totals = found.get(fund.id);
  if (!totals) throw new Error("every fund that is asked for has totals");
  return balancesOf(totals, fund.currency);
}

/** What one fund earned and what is left of it: all that a claim is judged by. */
export async function fundStanding(
  tx: Tx,
  fund: { readonly id: string; readonly currency: string },
): Promise<Pick<FundBalances, "earned" | "remaining">> {
  const { earned, remaining } = await ledger.fundStanding(tx, fund.id);
  return {
    earned: { minor: earned, currency: fund.currency },
    remaining: { minor: remaining, currency: fund.currency },
  };
}
