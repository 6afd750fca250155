import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { openInvitation } from "./accept-invitation.ts";
import type { Enrollment } from "./enrollment.ts";
import { answerInvitation } from "./invitation-store.ts";
import { beginStep, finishStep } from "./step-enrollment.ts";

/** Declines an invitation, with the reason in the partner's own words (rulebook 4.5). The vendor may invite again. */
export async function declineInvitation(
  tx: Tx,
  command: Command,
  id: string,
  body: () => { readonly reason: string },
): Promise<Enrollment> {
  const ready = await beginStep(tx, command, id, "decline", async () => {
    await openInvitation(tx, id, command.now);
  });
  const invitation = await openInvitation(tx, id, command.now);
  const { reason } = body();
  await answerInvitation(tx, command, invitation, { verb: "decline", reason });
  return finishStep(tx, command, ready, {});
}
