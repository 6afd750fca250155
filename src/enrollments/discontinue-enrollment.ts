import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { beginStep, finishStep } from "./step-enrollment.ts";

/** Ends an enrollment for good: the program is withdrawn for this location (rulebook 4.6). Money that is there stays. */
export async function discontinueEnrollment(
  tx: Tx,
  command: Command,
  id: string,
  body: () => { readonly reason: string },
): Promise<Enrollment> {
  const ready = await beginStep(tx, command, id, "discontinue");
  const { reason } = body();
  return finishStep(tx, command, ready, {}, { reason });
}
