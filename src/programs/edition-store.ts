import { type Canonical, type Command, canonicalJson, newUuid, sha256 } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** SHA-256 of a document in canonical form: equal documents have equal hashes, however they were written. */
export function documentHash(document: EditionDocument): string {
  return sha256(canonicalJson(document as unknown as Canonical));
}

/** Writes a new draft and gives its id. */
export async function insertDraft(
  tx: Tx,
  { actor, now }: Command,
  draft: { readonly programId: string; readonly version: number; readonly document: EditionDocument },
): Promise<string> {
  const id = newUuid(now);
  await tx
    .insertInto("program_edition")
    .values({
      id,
      program_id: draft.programId,
      program_year: draft.document.programYear,
      version: draft.version,
      status: "draft",
      ...contentOf(draft.document),
      created_at: now,
      created_by: actor.personId,
    })
    .execute();
  return id;
}

/** Puts another document into a draft. The database refuses it for anything that was published. */
export async function replaceDraft(tx: Tx, id: string, document: EditionDocument): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set(contentOf(document))
    .where("id", "=", id)
    .where("status", "=", "draft")
    .execute();
}

/** Ends the published version of a program year, so that a newer one can take its place. */
export async function supersedePublished(tx: Tx, programId: string, programYear: string): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set({ status: "superseded" })
    .where("program_id", "=", programId)
    .where("program_year", "=", programYear)
    .where("status", "=", "published")
    .execute();
}

/** Publishes a draft: from here on nothing of it changes. */
export async function publishDraft(tx: Tx, { actor, now }: Command, id: string): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set({ status: "published", published_at: now, published_by: actor.personId })
    .where("id", "=", id)
    .where("status", "=", "draft")
    .execute();
}

function contentOf(document: EditionDocument) {
  return {
    document: JSON.stringify(document),
    document_hash: documentHash(document),
    starts_on: document.startsOn,
    ends_on: document.endsOn,
  };
}
