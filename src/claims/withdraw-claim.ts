import { lockFund } from "../funds/index.ts";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { releaseReserved } from "./release-claim.ts";
import { beginStep, finishStep, NO_DEADLINE } from "./step-claim.ts";

/** Takes a submitted claim back to editing, before a reviewer opened it; the reservation is released (rulebook 9.33). */
export async function withdrawClaim(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "withdraw");
  body();
  await lockFund(tx, ready.claim.fundId);
  const released = await releaseReserved(tx, command, ready.claim, "withdrawn");
  return finishStep(tx, command, ready, NO_DEADLINE, { payload: { released, currency: ready.claim.currency } });
}
