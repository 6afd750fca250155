import { type Actor, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** A comment on a subject, as it is read. */
export interface Comment {
  readonly id: string;
  readonly authorId: string;
  readonly side: "partner" | "vendor";
  readonly visibility: "shared" | "own-side";
  readonly item: string | null;
  readonly text: string;
  readonly at: Date;
}

/** A comment to be written. */
export interface NewComment {
  readonly partnerId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly text: string;
  readonly visibility?: "shared" | "own-side";
  /** Id of the document, invoice or line it points at. */
  readonly item?: string | null;
}

/** Writes a comment. The caller has checked that the actor may speak on the subject. */
export async function addComment(tx: Tx, actor: Actor, now: Date, comment: NewComment): Promise<string> {
  const id = newUuid(now);
  await tx
    .insertInto("comment")
    .values({
      id,
      partner_id: comment.partnerId,
      subject_type: comment.subjectType,
      subject_id: comment.subjectId,
      side: actor.side === "partner" ? "partner" : "vendor",
      author_id: actor.personId,
      visibility: comment.visibility ?? "shared",
      item: comment.item ?? null,
      body: comment.text,
      written_at: now,
    })
    .execute();
  return id;
}

/** The comments on a subject that the actor's side may read, oldest first. */
export async function commentsOn(tx: Tx, subjectId: string): Promise<Comment[]> {
  const rows = await tx.selectFrom("comment").selectAll().where("subject_id", "=", subjectId).orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    authorId: row.author_id,
    side: row.side as Comment["side"],
    visibility: row.visibility as Comment["visibility"],
    item: row.item,
    text: row.body,
    at: row.written_at,
  }));
}
