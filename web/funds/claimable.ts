import type { Fund } from "../api/types.ts";

/** True when a claim may be submitted today and something is left. The server judges again at each step. */
export function isClaimable(fund: Fund): boolean {
  return fund.claimable && !/^-|^0+(\.0+)?$/.test(fund.remaining.amount);
}
