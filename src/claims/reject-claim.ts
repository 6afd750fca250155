import { addComment } from "../conversations/index.ts";
import type { Command } from "../kernel/index.ts";
import { zero } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason } from "./check-reason.ts";
import type { Claim } from "./claim.ts";
import type { RejectClaimBody } from "./claim-contract.ts";
import { judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { releaseReserved } from "./release-claim.ts";
import { beginStep, finishStep, NO_DEADLINE } from "./step-claim.ts";

/** Rejects a claim with a reason; its reservation goes back to where it came from (rulebook 4.2, 5.4). */
export async function rejectClaim(tx: Tx, command: Command, id: string, body: () => RejectClaimBody): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "reject");
  const { claim } = ready;
  const input = body();
  const judged = await judgeClaim(tx, claim, command.now, { lock: true });
  checkReason(judged.edition, input.reasonCode, "reject");
  const released = await releaseReserved(tx, command, claim, "rejected", input.reasonCode);
  await recordDecision(tx, command, claim, judged, {
    verb: "reject",
    amount: zero(claim.currency),
    lines: [],
    reasonCode: input.reasonCode,
    comment: input.comment ?? null,
  });
  if (input.comment) {
    await addComment(tx, command.actor, command.now, {
      partnerId: claim.partnerId,
      subjectType: "claim",
      subjectId: claim.id,
      text: input.comment,
    });
  }
  return finishStep(
    tx,
    command,
    ready,
    { ...NO_DEADLINE, reasonCode: input.reasonCode, decidedAt: command.now, decidedBy: command.actor.personId },
    { reasonCode: input.reasonCode, payload: { released, currency: claim.currency } },
  );
}
