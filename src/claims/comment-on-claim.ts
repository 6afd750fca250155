import { addComment, type CommentBody } from "../conversations/index.ts";
import { loadEvidence } from "../evidence/index.ts";
import { type Command, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { checkItem } from "./check-item.ts";
import { mayComment } from "./claim-policy.ts";
import { getClaim } from "./claim-queries.ts";

/** Writes a comment on a claim, shared or for the own side only. Returns its UUID. */
export async function commentOnClaim(
  tx: Tx,
  { actor, now }: Command,
  id: string,
  body: () => CommentBody,
): Promise<string> {
  const claim = await getClaim(tx, actor, id);
  enforce(mayComment(actor, claim));
  const { text, visibility, item: pointsAt } = body();
  const item = pointsAt ? checkItem(await loadEvidence(tx, id), pointsAt) : null;
  const subject = { subjectType: "claim", subjectId: claim.id, partnerId: claim.partnerId };
  const comment = await addComment(tx, actor, now, { ...subject, text, visibility, item });
  const type = visibility === "shared" ? "claim.commented" : "claim.noted";
  await events.record(tx, { at: now, type, ...subject, actor, payload: { comment } });
  return comment;
}
