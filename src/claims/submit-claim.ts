import { setLineDecisions } from "../evidence/index.ts";
import { marketOf } from "../identity/index.ts";
import { type Command, DomainError, dateIn, invalid, nothingBlocks } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText, type Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { serviceDeadline } from "../programs/index.ts";
import { type Claim, contextOf } from "./claim.ts";
import type { SubmitClaimBody } from "./claim-contract.ts";
import { ledgerRef } from "./claim-plan.ts";
import { type Judgement, judgeClaim } from "./judge-claim.ts";
import { recordDecision } from "./record-decision.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/**
 * Submits a claim (rulebook 4.2): locked for the partner, its amount reserved, the vendor's clock started. Under a plan the
 * money comes from what is set aside for it; where the plan is paid ahead, nothing is reserved.
 *
 * Refuses with `rules-refused` (422, with the findings) when the checklist is not complete or the balance is too small, and
 * with `acknowledgements-missing` when something was not confirmed. Of several claims that race for the last money of a
 * fund, of an activity's budget or of a plan's limit, those that find too little are refused (T15).
 */
export async function submitClaim(tx: Tx, command: Command, id: string, body: () => SubmitClaimBody): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "submit");
  const { claim } = ready;
  const { acknowledgements } = body();
  const judged = await judgeClaim(tx, claim, command.now, { lock: true });
  const { assessment, edition } = judged;
  const amount = claim.amountClaimed;
  if (amount === null || !nothingBlocks(assessment.findings)) throw refusal(judged);
  checkAcknowledgements(judged, acknowledgements);
  const next = { ...claim, round: claim.round + 1 };
  const lines = assessment.lines.map(({ lineId, eligible, cuts }) => ({
    id: lineId,
    amount: eligible,
    reasonCode: cuts[0]?.reasonCode ?? null,
  }));
  const [, , decision, market] = await Promise.all([
    reserve(tx, command, next, judged, amount),
    setLineDecisions(
      tx,
      contextOf(claim),
      lines.map(({ id: lineId, amount: eligibleAmount, reasonCode }) => ({
        lineId,
        eligibleAmount,
        approvedAmount: null,
        reasonCode,
      })),
    ),
    recordDecision(tx, command, next, judged, { verb: "submit", amount, lines }),
    marketOf(tx, claim.locationId),
  ]);
  const { dueAt, dueOn } = serviceDeadline(edition.document.serviceLevels.claimDecision, {
    from: command.now,
    market,
    zone: edition.document.timeZone,
    calendar: edition.document.calendar,
  });
  return finishStep(
    tx,
    command,
    ready,
    {
      round: next.round,
      dueAt,
      dueOn,
      acknowledged: acknowledgements,
      submittedAt: claim.submittedAt ?? command.now,
      submittedBy: command.actor.personId,
      openedBy: null,
      reasonCode: null,
    },
    { payload: { decision, amount: amountText(amount), currency: amount.currency } },
  );
}

/** Reserves the amount, in exchange for what an earlier round still holds. What was paid ahead needs no reservation. */
async function reserve(tx: Tx, { actor, now }: Command, claim: Claim, judged: Judgement, amount: Money): Promise<void> {
  if (judged.plan?.funding === "paid-ahead") return;
  const effectiveOn = dateIn(judged.edition.document.timeZone, now);
  const before = judged.reserved;
  const ref = ledgerRef(claim, judged.plan);
  const entry =
    before.minor > 0n
      ? ledger.reserveAgainForClaim(ref, { before, amount, effectiveOn })
      : ledger.reserveForClaim(ref, { amount, effectiveOn });
  await ledger.post(tx, actor, now, entry);
}

function refusal(judged: Judgement): DomainError {
  const blocking = judged.assessment.findings.filter((finding) => finding.severity === "blocks");
  return new DomainError({
    code: "rules-refused",
    kind: "invalid",
    message:
      `The claim is not complete: ${blocking.length === 1 ? "one point is" : `${blocking.length} points are`} open. ${blocking[0]?.remedy ?? ""}`.trim(),
    findings: judged.assessment.findings,
  });
}

function checkAcknowledgements(judged: Judgement, given: readonly string[]): void {
  const asked = judged.edition.document.acknowledgements.map((acknowledgement) => acknowledgement.code);
  const unknown = given.filter((code) => !asked.includes(code));
  const missing = asked.filter((code) => !given.includes(code));
  if (unknown.length === 0 && missing.length === 0) return;
  throw invalid("acknowledgements-missing", "Confirm each of the statements to submit the claim.", [
    ...missing.map((code) => ({ field: "acknowledgements", code: "missing", message: `"${code}" is not confirmed.` })),
    ...unknown.map((code) => ({
      field: "acknowledgements",
      code: "unknown",
      message: `There is no statement "${code}".`,
    })),
  ]);
}
