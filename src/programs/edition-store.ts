import {
  type Canonical,
  type Command,
  canonicalJson,
  type IsoDate,
  isIsoDate,
  newUuid,
  sha256,
} from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EditionSource } from "./edition-source.ts";
import { UNPUBLISHED, WRITABLE } from "./edition-transitions.ts";
import type { EditionHead, EditionStatus } from "./program.ts";
import { periodOf } from "./program-year.ts";

/** What a draft says: its document, whole or not, and the text it was read from, if a person wrote one. */
export interface DraftContent {
  readonly document: unknown;
  readonly source?: EditionSource | undefined;
}

/** A draft that is to be made. */
export interface NewDraft extends DraftContent {
  readonly programId: string;
  readonly programYear: string;
  readonly version: number;
}

/** SHA-256 of a document in canonical form: equal documents have equal hashes, however they were written. */
export function documentHash(document: unknown): string {
  return sha256(canonicalJson(document as Canonical)); // sound: documents are read from JSON or YAML, so plain data
}

/** Writes a new draft and gives its id. */
export async function insertDraft(tx: Tx, { actor, now }: Command, draft: NewDraft): Promise<string> {
  const id = newUuid(now);
  await tx
    .insertInto("program_edition")
    .values({
      id,
      program_id: draft.programId,
      program_year: draft.programYear,
      version: draft.version,
      status: "draft",
      ...contentOf(draft, draft.programYear),
      created_at: now,
      created_by: actor.personId,
    })
    .execute();
  return id;
}

/** Puts another document into a draft: its next revision, to be validated anew. */
export async function replaceDraft(
  tx: Tx,
  { actor, now }: Command,
  draft: Pick<EditionHead, "id" | "programYear">,
  content: DraftContent,
): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set((row) => ({
      ...contentOf(content, draft.programYear),
      status: "draft",
      revision: row("revision", "+", 1),
      updated_at: now,
      updated_by: actor.personId,
    }))
    .where("id", "=", draft.id)
    .where("status", "in", WRITABLE)
    .execute();
}

/** Deletes a draft. The database refuses it for anything that was published. */
export async function deleteEdition(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("program_edition").where("id", "=", id).execute();
}

/** Moves a version that is not published to another status; with who asked for publication where somebody did. */
export async function moveUnpublished(
  tx: Tx,
  id: string,
  status: EditionStatus,
  request: { readonly at: Date; readonly by: string; readonly effectiveOn: IsoDate } | null,
): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set((row) => ({
      status,
      revision: row("revision", "+", 1),
      requested_at: request?.at ?? null,
      requested_by: request?.by ?? null,
      requested_effective_on: request?.effectiveOn ?? null,
    }))
    .where("id", "=", id)
    .where("status", "in", UNPUBLISHED)
    .execute();
}

/** Publishes a version with its days: from here on nothing of it changes. */
export async function publishVersion(
  tx: Tx,
  { actor, now }: Command,
  id: string,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set((row) => ({
      status: "published",
      revision: row("revision", "+", 1),
      published_at: now,
      published_by: actor.personId,
      effective_on: days.from,
      effective_to: days.to,
    }))
    .where("id", "=", id)
    .where("status", "in", UNPUBLISHED)
    .execute();
}

/** Ends a published version whose days all belong to a newer one. */
export async function supersedeVersion(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set({ status: "superseded" })
    .where("id", "=", id)
    .where("status", "=", "published")
    .execute();
}

/** Lets a published version end earlier, because a correction begins the day after. */
export async function endVersion(tx: Tx, id: string, on: IsoDate): Promise<void> {
  await tx
    .updateTable("program_edition")
    .set({ effective_to: on })
    .where("id", "=", id)
    .where("status", "=", "published")
    .execute();
}

function contentOf({ document, source }: DraftContent, programYear: string) {
  const { from, to } = daysOf(document, programYear);
  return {
    document: JSON.stringify(document),
    document_hash: documentHash(document),
    source: source?.text ?? null,
    source_format: source?.format ?? null,
    starts_on: from,
    ends_on: to,
  };
}

/** The program year's days as the document gives them; by the rule where it does not, because a draft may be incomplete. */
function daysOf(document: unknown, programYear: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const { startsOn, endsOn } = (document ?? {}) as { startsOn?: unknown; endsOn?: unknown };
  const isDay = (value: unknown): value is IsoDate => typeof value === "string" && isIsoDate(value);
  if (isDay(startsOn) && isDay(endsOn) && startsOn <= endsOn) return { from: startsOn, to: endsOn };
  const year = periodOf(programYear, 7);
  if (!year) throw new RangeError(`${programYear} is no program year`);
  return year;
}
