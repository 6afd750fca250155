import { setLineDecisions } from "../evidence/index.ts";
import { type Command, DomainError, dateIn } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, compare, type Money, sum } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Claim, contextOf } from "./claim.ts";
import type { ApproveClaimBody } from "./claim-contract.ts";
import { ledgerRef, settlePaidAhead } from "./claim-plan.ts";
import { decideLines } from "./decide-lines.ts";
import { type Judgement, judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/**
 * Approves a claim line by line: the approved sum is owed to the partner, the rest of the reservation goes back to where it
 * came from. Under a plan that is paid ahead nothing is owed: what was paid is proven (rulebook 4.2). Caps are checked again
 * under the locks of the period's funds, so that two approvals cannot both use the last of a cap.
 *
 * Refuses: 422 when a line is unknown, above what the rules leave of it, or cut without a reason; when nothing is approved
 * (then it is a rejection); 409 when more is approved than is reserved.
 */
export async function approveClaim(tx: Tx, command: Command, id: string, body: () => ApproveClaimBody): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "approve");
  const { claim } = ready;
  const { actor, now } = command;
  const input = body();
  const judged = await judgeClaim(tx, claim, now, { lock: true });
  const lines = decideLines(judged, input.lines);
  const approved = sum(
    lines.map((line) => line.approved),
    claim.currency,
  );
  const { reserved, plan } = judged;
  if (plan?.funding === "paid-ahead") checkTotal(approved, claim.amountClaimed ?? approved);
  else await oweApproved(tx, command, claim, judged, approved);
  await setLineDecisions(
    tx,
    contextOf(claim),
    lines.map((line) => ({
      lineId: line.lineId,
      eligibleAmount: line.eligible,
      approvedAmount: line.approved,
      reasonCode: line.reasonCode,
    })),
  );
  const decision = await recordDecision(tx, command, claim, judged, {
    verb: "approve",
    amount: approved,
    lines: lines.map((line) => ({ id: line.lineId, amount: line.approved, reasonCode: line.reasonCode })),
    comment: input.comment ?? null,
  });
  const saved = await finishStep(
    tx,
    command,
    ready,
    { amountApproved: approved, decidedAt: now, decidedBy: actor.personId },
    { payload: { decision, amount: amountText(approved), reserved: amountText(reserved), currency: claim.currency } },
  );
  await settlePaidAhead(tx, command, plan, { claimId: claim.id, round: claim.round });
  return saved;
}

/** What is approved is owed to the partner; the rest of the reservation goes back to where it came from. */
async function oweApproved(
  tx: Tx,
  { actor, now }: Command,
  claim: Claim,
  { edition, plan, reserved }: Judgement,
  approved: Money,
): Promise<void> {
  checkTotal(approved, reserved);
  const effectiveOn = dateIn(edition.document.timeZone, now);
  const entry = ledger.approveClaimPart(ledgerRef(claim, plan), { reserved, approved, effectiveOn });
  await ledger.post(tx, actor, now, entry);
}

function checkTotal(approved: Money, reserved: Money): void {
  if (approved.minor <= 0n) {
    throw new DomainError({
      code: "nothing-approved",
      kind: "invalid",
      message: "Nothing would be paid. Reject the claim with a reason instead, or approve at least one line.",
    });
  }
  if (compare(approved, reserved) > 0) {
    throw new DomainError({
      code: "approved-above-reserved",
      kind: "conflict",
      message: `Only ${amountText(reserved)} ${reserved.currency} is reserved for this claim: lower the approved lines.`,
      details: { reserved: amountText(reserved), approved: amountText(approved), currency: reserved.currency },
    });
  }
}
