import { lockFund } from "../funds/index.ts";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { planOfClaim, settlePaidAhead } from "./claim-plan.ts";
import { releaseReserved } from "./release-claim.ts";
import { finishStep, type ReadyClaim } from "./step-claim.ts";

/** The end of a round that nobody decided on: withdrawn, cancelled or expired. What was reserved goes back. */
export async function endUndecided(
  tx: Tx,
  command: Command,
  ready: ReadyClaim,
  because: "withdrawn" | "cancelled" | "expired",
): Promise<Claim> {
  const { claim } = ready;
  const plan = await planOfClaim(tx, claim, { lock: true });
  await lockFund(tx, claim.fundId);
  const released = await releaseReserved(tx, command, claim, plan, because);
  const saved = await finishStep(tx, command, ready, {}, { payload: { released, currency: claim.currency } });
  await settlePaidAhead(tx, command, plan);
  return saved;
}
