import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { endUndecided } from "./end-undecided.ts";
import { beginStep } from "./step-claim.ts";

/** Takes a submitted claim back to editing, before a reviewer opened it; the reservation is released (rulebook 9.33). */
export async function withdrawClaim(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "withdraw");
  body();
  return endUndecided(tx, command, ready, "withdrawn");
}
