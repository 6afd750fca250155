import type { Fund } from "../api/types.ts";
import { today } from "../i18n/format.ts";

/** Whether something can be claimed from a fund: now, once its window opens, or no more. */
export type FundGroup = "now" | "later" | "over";

const groupOf = ({ claimable, qualified, claimWindow }: Fund): FundGroup => {
  if (claimable) return "now";
  return qualified !== false && claimWindow.from > today() ? "later" : "over";
};

/** Funds by whether they can be claimed, the open ones first; groups without funds are left out. */
export function groupFunds(funds: readonly Fund[]): { group: FundGroup; funds: readonly Fund[] }[] {
  return (["now", "later", "over"] as const)
    .map((group) => ({ group, funds: funds.filter((fund) => groupOf(fund) === group) }))
    .filter(({ funds: members }) => members.length > 0);
}
