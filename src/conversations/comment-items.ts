import { personNames } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { commentsOn } from "./comments.ts";
import type { CommentWire } from "./conversation-contract.ts";

/** The comments on a subject as they are shown, oldest first; the caller has checked that the actor may see the subject. */
export async function commentItems(tx: Tx, subjectId: string): Promise<CommentWire[]> {
  const comments = await commentsOn(tx, subjectId);
  const names = await personNames(
    tx,
    comments.map((comment) => comment.authorId),
  );
  return comments.map(({ id, at, authorId, side, text, visibility, item }) => ({
    id: idText("comment", id),
    at: at.toISOString(),
    author: { name: names.get(authorId) ?? "", side },
    text,
    visibility,
    item,
  }));
}

/** A comment that was just written, as it is shown. */
export async function commentItem(tx: Tx, subjectId: string, commentId: string): Promise<CommentWire> {
  const wanted = idText("comment", commentId);
  const found = (await commentItems(tx, subjectId)).find((item) => item.id === wanted);
  if (!found) throw new RangeError("a comment that was just written is not there");
  return found;
}
