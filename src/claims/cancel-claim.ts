import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { endUndecided } from "./end-undecided.ts";
import { beginStep } from "./step-claim.ts";

/** Ends a claim that is being edited (rulebook 4.2); what a returned claim still held goes back to the fund. */
export async function cancelClaim(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "cancel");
  body();
  return endUndecided(tx, command, ready, "cancelled");
}
