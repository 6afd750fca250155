import { getClaim } from "../claims/index.ts";
import { addComment } from "../conversations/index.ts";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";

/** Says something about a claim, to both sides or to the own one, and records that it was said. */
export async function speak(
  tx: Tx,
  { actor, now }: Command,
  claimId: string,
  said: { readonly text: string; readonly visibility: "shared" | "own-side" },
): Promise<void> {
  const claim = await getClaim(tx, actor, claimId);
  const about = { partnerId: claim.partnerId, subjectType: "claim", subjectId: claim.id };
  const comment = await addComment(tx, actor, now, { ...about, ...said });
  const type = said.visibility === "shared" ? "claim.commented" : "claim.noted";
  await events.record(tx, { at: now, type, ...about, actor, payload: { comment } });
}
