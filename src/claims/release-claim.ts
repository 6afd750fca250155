import { type Command, dateIn } from "../kernel/index.ts";
import { ledger } from "../ledger/index.ts";
import { amountText } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { type ClaimPlan, ledgerRef } from "./claim-plan.ts";
import { editionOf } from "./judge-claim.ts";

/**
 * Gives what is reserved for a claim back to where it was reserved from (rulebook 5.4). `because` names the business event.
 * Does nothing when nothing is reserved. Returns the amount as text for the event.
 */
export async function releaseReserved(
  tx: Tx,
  { actor, now }: Command,
  claim: Claim,
  plan: ClaimPlan | null,
  because: "withdrawn" | "cancelled" | "rejected" | "expired",
  reasonCode?: string,
): Promise<string> {
  const amount = await ledger.balanceOf(tx, "claim-reserved", claim.id, claim.currency);
  if (amount.minor === 0n) return amountText(amount);
  const { timeZone } = (await editionOf(tx, claim)).document;
  const effectiveOn = dateIn(timeZone, now);
  const release = ledger.releaseReservation(ledgerRef(claim, plan), { amount, because, reasonCode, effectiveOn });
  await ledger.post(tx, actor, now, release);
  return amountText(amount);
}
