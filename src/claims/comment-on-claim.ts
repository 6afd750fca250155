import { addComment } from "../conversations/index.ts";
import { type Command, enforce } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { CommentBody } from "./claim-contract.ts";
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
  const { text, visibility, item } = body();
  const comment = await addComment(tx, actor, now, {
    partnerId: claim.partnerId,
    subjectType: "claim",
    subjectId: claim.id,
    text,
    visibility,
    item: item ?? null,
  });
  await events.record(tx, {
    at: now,
    type: visibility === "shared" ? "claim.commented" : "claim.noted",
    subjectType: "claim",
    subjectId: claim.id,
    partnerId: claim.partnerId,
    actor,
    payload: { comment },
  });
  return comment;
}
