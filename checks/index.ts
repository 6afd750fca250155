import { balancesEqualPostings } from "./balances-equal-postings.ts";
import type { Check } from "./check.ts";
import { commitmentsMatchPlans } from "./commitments-match-plans.ts";
import { entriesBalance } from "./entries-balance.ts";
import { eventsHaveHashes } from "./events-have-hashes.ts";
import { lotsEqualBalances } from "./lots-equal-balances.ts";
import { planMoneyMatchesProof } from "./plan-money-matches-proof.ts";
import { reservationsMatchClaims } from "./reservations-match-claims.ts";

export type { Check, Discrepancy } from "./check.ts";

/** Every invariant that is asked about at night, one file each. */
export const checks: readonly Check[] = [
  entriesBalance,
  balancesEqualPostings,
  lotsEqualBalances,
  reservationsMatchClaims,
  commitmentsMatchPlans,
  planMoneyMatchesProof,
  eventsHaveHashes,
];
