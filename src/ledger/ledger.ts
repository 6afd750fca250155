export { balanceOf, balancesOfSubject, countEntries } from "./balances.ts";
export { fundLines } from "./fund-lines.ts";
export { fundStanding, fundTotals } from "./fund-totals.ts";
export { journal } from "./journal.ts";
export { lastPayingEntity } from "./last-paying-entity.ts";
export { commitToPlan, demandBack, payPlan, prove, releaseCommitment } from "./plan-templates.ts";
export { post } from "./post.ts";
export {
  accrue,
  adjust,
  approveClaimPart,
  releaseReservation,
  reserveAgainForClaim,
  reserveForClaim,
} from "./templates.ts";
