import { type Command, dateIn } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { editionOf } from "./judge-claim.ts";

/**
 * Gives what is reserved for a claim back to where it was reserved from (rulebook 5.4). `because` names the business event.
 * Does nothing when nothing is reserved. Returns the amount as text for the event.
 */
export async function releaseReserved(
  tx: Tx,
  { actor, now }: Command,
  claim: Claim,
  because: string,
  reasonCode?: string,
): Promise<string> {
  const amount = await ledger.balanceOf(tx, "claim-reserved", claim.id, claim.currency);
  if (amount.minor === 0n) return amountText(amount);
  const edition = await editionOf(tx, claim);
  const ref = {
    fundId: claim.fundId,
    programId: claim.programId,
    partnerId: claim.partnerId,
    claimId: claim.id,
    round: claim.round,
  };
  await ledger.post(
    tx,
    actor,
    now,
    ledger.releaseReservation(ref, {
      amount,
      because,
      reasonCode,
      effectiveOn: dateIn(edition.document.timeZone, now),
    }),
  );
  return amountText(amount);
}
