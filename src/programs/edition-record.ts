import type { IsoDate } from "../kernel/index.ts";
import { notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { heads, toHead } from "./edition-queries.ts";
import type { EditionSource } from "./edition-source.ts";
import type { EditionHead } from "./program.ts";
import { lockProgram } from "./program-store.ts";

/** A stored edition as those who write it see it: with its text, its revision and who did what. */
export interface EditionRecord extends EditionHead {
  /** What the document says, whole or not. */
  readonly document: unknown;
  /** The text a person wrote; null for what was made from another document. */
  readonly source: EditionSource | null;
  /** Counts every change of this row; the ETag of the edition. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly publishedBy: string | null;
  /** Who asked for publication, where it takes two people; null when nobody has. */
  readonly request: PublicationRequest | null;
}

/** A first person's wish to publish. */
export interface PublicationRequest {
  readonly at: Date;
  readonly by: string;
  readonly effectiveOn: IsoDate;
}

/** The edition with this id as the actor of the transaction may see it: partners see nothing that is not published. */
export async function recordById(tx: Tx, id: string): Promise<EditionRecord> {
  const row = await records(tx).where("program_edition.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("edition");
  return toRecord(row);
}

/**
 * The edition, with its program held until the end of the transaction: of two who publish or change at once, one waits and
 * then finds what the other has done.
 */
export async function lockRecord(tx: Tx, id: string): Promise<EditionRecord> {
  const { programId } = await recordById(tx, id);
  await lockProgram(tx, programId);
  return recordById(tx, id);
}

/** The version of a program year that is not published yet, if there is one. */
export async function unpublishedOf(
  tx: Tx,
  programId: string,
  programYear: string,
): Promise<EditionRecord | undefined> {
  const row = await records(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.program_year", "=", programYear)
    .where("program_edition.status", "in", ["draft", "validated", "publication_requested"])
    .executeTakeFirst();
  return row && toRecord(row);
}

function records(tx: Tx) {
  return heads(tx).select([
    "program_edition.document",
    "program_edition.source",
    "program_edition.source_format",
    "program_edition.revision",
    "program_edition.created_at",
    "program_edition.created_by",
    "program_edition.updated_at",
    "program_edition.updated_by",
    "program_edition.published_by",
    "program_edition.requested_at",
    "program_edition.requested_by",
    "program_edition.requested_effective_on",
  ]);
}

type RecordRow = Awaited<ReturnType<ReturnType<typeof records>["executeTakeFirstOrThrow"]>>;

function toRecord(row: RecordRow): EditionRecord {
  return {
    ...toHead(row),
    document: row.document,
    source: sourceOf(row),
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at ?? row.created_at,
    updatedBy: row.updated_by ?? row.created_by,
    publishedBy: row.published_by,
    request:
      row.requested_at !== null && row.requested_by !== null && row.requested_effective_on !== null
        ? { at: row.requested_at, by: row.requested_by, effectiveOn: row.requested_effective_on }
        : null,
  };
}

function sourceOf(row: Pick<RecordRow, "source" | "source_format">): EditionSource | null {
  const { source: text, source_format: format } = row;
  return text !== null && (format === "json" || format === "yaml") ? { format, text } : null;
}
