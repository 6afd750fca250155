export { accrueToFund, type NewAccrual } from "./accrue-to-fund.ts";
export { adjustFund, type NewAdjustment } from "./adjust-fund.ts";
export { type FundForClaim, type FundKey, findFund, fundForClaim } from "./find-fund.ts";
export { type Fund, fundRef, isClaimable } from "./fund.ts";
export { type FundBalances, fundBalances } from "./fund-balances.ts";
export { fundRoutes } from "./fund-routes.ts";
export { type Adjustment, loadFund, lockFund } from "./fund-store.ts";
export { openFund } from "./open-fund.ts";
