import type { Command } from "../kernel/index.ts";
import { zero } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason } from "../programs/index.ts";
import type { Claim } from "./claim.ts";
import type { RejectClaimBody } from "./claim-contract.ts";
import { settlePaidAhead } from "./claim-plan.ts";
import { judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { releaseReserved } from "./release-claim.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/**
 * Rejects a claim with a reason; its reservation goes back to where it came from (rulebook 4.2, 5.4). What was paid ahead and
 * only this claim could still prove is demanded back, once the proof deadline has passed.
 */
export async function rejectClaim(tx: Tx, command: Command, id: string, body: () => RejectClaimBody): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "reject");
  const { claim } = ready;
  const { reasonCode, comment = null } = body();
  const judged = await judgeClaim(tx, claim, command.now, { lock: true });
  checkReason(judged.edition, "claim", reasonCode, "reject");
  const released = await releaseReserved(tx, command, claim, judged.plan, "rejected", reasonCode);
  const amount = zero(claim.currency);
  const decision = await recordDecision(tx, command, claim, judged, { verb: "reject", amount, reasonCode, comment });
  const saved = await finishStep(
    tx,
    command,
    ready,
    { reasonCode, decidedAt: command.now, decidedBy: command.actor.personId },
    { reasonCode, payload: { decision, released, currency: claim.currency } },
  );
  await settlePaidAhead(tx, command, judged.plan);
  return saved;
}
