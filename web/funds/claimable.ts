import type { Fund } from "../api/types.ts";

/** True when the fund's claim window holds the day and something is left in it. The server judges again at each step. */
export function isClaimable(fund: Fund, day: string): boolean {
  const open = fund.claimWindow ? fund.claimWindow.from <= day && day <= fund.claimWindow.to : day <= fund.expiresOn;
  return open && !/^-|^0+(\.0+)?$/.test(fund.remaining.amount);
}
