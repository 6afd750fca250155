import { addComment } from "../conversations/index.ts";
import { marketOf } from "../identity/index.ts";
import { type Command, endOfDay } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { serviceDeadline, windowFor } from "../programs/index.ts";
import { checkReason } from "./check-reason.ts";
import type { Claim } from "./claim.ts";
import type { RequestInformationBody } from "./claim-contract.ts";
import { judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/**
 * Asks the partner for something: the claim is open for changes again, the vendor's clock stops and the partner's starts
 * (14 business days by default, never past the proof deadline). What is reserved stays reserved (rulebook 4.2).
 */
export async function requestInformation(
  tx: Tx,
  command: Command,
  id: string,
  body: () => RequestInformationBody,
): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "requestInformation");
  const { claim } = ready;
  const input = body();
  const judged = await judgeClaim(tx, claim, command.now, { lock: false });
  const { document } = judged.edition;
  checkReason(judged.edition, input.reasonCode, "action");
  const due = serviceDeadline(document.serviceLevels.claimAnswer, {
    from: command.now,
    market: await marketOf(tx, claim.locationId),
    zone: document.timeZone,
  });
  const last = windowFor(document, claim.usagePeriod)?.proofDeadline ?? due.dueOn;
  const dueOn = due.dueOn < last ? due.dueOn : last;
  await recordDecision(tx, command, claim, judged, {
    verb: "request-information",
    amount: await ledger.balanceOf(tx, "claim-reserved", claim.id, claim.currency),
    lines: [],
    reasonCode: input.reasonCode,
    comment: input.comment,
    item: input.item ?? null,
  });
  await addComment(tx, command.actor, command.now, {
    partnerId: claim.partnerId,
    subjectType: "claim",
    subjectId: claim.id,
    text: input.comment,
    item: input.item ?? null,
  });
  return finishStep(
    tx,
    command,
    ready,
    { dueAt: endOfDay(document.timeZone, dueOn), dueOn, dueSide: "partner", reasonCode: input.reasonCode },
    { reasonCode: input.reasonCode },
  );
}
