import { marketOf } from "../identity/index.ts";
import { type Command, DomainError, dateIn, endOfDay, type IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { checkReason, type EditionDocument, serviceDeadline, windowFor } from "../programs/index.ts";
import { checkItem } from "./check-item.ts";
import type { Claim } from "./claim.ts";
import type { RequestInformationBody } from "./claim-contract.ts";
import { judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/**
 * Asks the partner for something: the claim is open for changes again, the vendor's clock stops and the partner's starts
 * (14 business days by default, never past the proof deadline). What is reserved stays reserved (rulebook 4.2).
 *
 * Refuses with `proof-deadline-passed` (409) when the partner could not answer any more: then it must be decided as it is.
 */
export async function requestInformation(
  tx: Tx,
  command: Command,
  id: string,
  body: () => RequestInformationBody,
): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "requestInformation");
  const { claim } = ready;
  const { reasonCode, comment, item } = body();
  const judged = await judgeClaim(tx, claim, command.now, { lock: false });
  const { document } = judged.edition;
  checkReason(judged.edition, "claim", reasonCode, "action");
  const dueOn = answerBy(document, claim, command.now, await marketOf(tx, claim.locationId));
  const decision = await recordDecision(tx, command, claim, judged, {
    verb: "request-information",
    amount: (judged.plan?.funding === "paid-ahead" ? claim.amountClaimed : null) ?? judged.reserved,
    reasonCode,
    comment,
    item: checkItem(judged.evidence, item),
  });
  return finishStep(
    tx,
    command,
    ready,
    { dueAt: endOfDay(document.timeZone, dueOn), dueOn, reasonCode },
    { reasonCode, payload: { decision } },
  );
}

/** The last day of the partner's answer. */
function answerBy(document: EditionDocument, claim: Claim, now: Date, market: string): IsoDate {
  const { dueOn } = serviceDeadline(document.serviceLevels.claimAnswer, {
    from: now,
    market,
    zone: document.timeZone,
    calendar: document.calendar,
  });
  const last = windowFor(document, claim.usagePeriod)?.proofDeadline ?? dueOn;
  if (dateIn(document.timeZone, now) > last) {
    throw new DomainError({
      code: "proof-deadline-passed",
      kind: "conflict",
      message: `The partner could hand in proof until ${last}. Decide on the claim as it is.`,
      details: { proofDeadline: last },
    });
  }
  return dueOn < last ? dueOn : last;
}
