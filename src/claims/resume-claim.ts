import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Claim } from "./claim.ts";
import { beginStep, finishStep } from "./step-claim.ts";

/** Takes a claim with an open request back to editing; the deadline to answer goes on (rulebook 4.2). */
export async function resumeClaim(tx: Tx, command: Command, id: string, body: () => unknown): Promise<Claim> {
  const ready = await beginStep(tx, command, id, "resume");
  body();
  return finishStep(tx, command, ready, {});
}
