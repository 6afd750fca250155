import { lockFund } from "../funds/index.ts";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { releaseReserved } from "./release-claim.ts";
import { beginStep, finishStep, NO_DEADLINE } from "./step-claim.ts";

/** Ends a claim that is being edited (rulebook 4.2); what a returned claim still held goes back to the fund. */
export async function cancelClaim(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "cancel");
  body();
  await lockFund(tx, ready.claim.fundId);
  await releaseReserved(tx, command, ready.claim, "cancelled");
  return finishStep(tx, command, ready, NO_DEADLINE);
}
