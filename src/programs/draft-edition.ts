import { type Command, checkVersion, DomainError, enforce, idText, invalid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { editionForYear } from "./edition-for-year.ts";
import { newestVersion } from "./edition-queries.ts";
import { type EditionRecord, lockRecord, recordById, unpublishedOf } from "./edition-record.ts";
import { EditionShape } from "./edition-schema.ts";
import type { ReadEdition } from "./edition-source.ts";
import { type DraftContent, deleteEdition, documentHash, insertDraft, replaceDraft } from "./edition-store.ts";
import { WRITABLE } from "./edition-transitions.ts";
import type { Program } from "./program.ts";
import { mayMaintain } from "./program-policy.ts";
import { lockProgram } from "./program-store.ts";
import { recordStep, stepEdition, wrongStatus } from "./step-edition.ts";
import { resolved } from "./validate-edition.ts";

/**
 * Stores a text as the draft of its program year, whole or not: what is wrong with it is asked by {@link validateDraft}. It
 * becomes the next version of that year. Refuses (422) a document that does not say which program and year it is for, and
 * (409) where a draft of the year is there already.
 */
export async function draftEdition(
  tx: Tx,
  command: Command,
  program: Program,
  body: () => ReadEdition,
): Promise<EditionRecord> {
  enforce(mayMaintain(command.actor, program.id));
  const read = body();
  const programYear = yearOf(read.document, program.code);
  return writeDraft(tx, command, program, programYear, contentOf(read));
}

/**
 * Copies an edition as a new draft: of its own year, so that a correction can be made, or of another year, for which its
 * dates are moved. The original stays as it is.
 */
export async function copyEdition(
  tx: Tx,
  command: Command,
  id: string,
  body: () => { readonly programYear?: string | undefined },
): Promise<EditionRecord> {
  const original = await recordById(tx, id);
  enforce(mayMaintain(command.actor, original.programId));
  const programYear = body().programYear ?? original.programYear;
  const program = { id: original.programId, code: original.programCode };
  if (programYear === original.programYear) {
    const source = original.source ?? undefined;
    return writeDraft(tx, command, program, programYear, { document: original.document, source });
  }
  const parsed = EditionShape.safeParse(original.document);
  if (!parsed.success) {
    throw invalid(
      "edition-not-valid",
      "Only an edition that is whole can be moved to another year: validate it first.",
    );
  }
  return writeDraft(tx, command, program, programYear, { document: editionForYear(parsed.data, programYear) });
}

/** Puts another text into a draft, which is to be validated anew. The same document changes nothing but the text. */
export async function changeDraft(
  tx: Tx,
  command: Command,
  id: string,
  body: () => ReadEdition,
): Promise<EditionRecord> {
  const edition = await lockRecord(tx, id);
  enforce(mayMaintain(command.actor, edition.programId));
  const edge = stepEdition(edition, "change");
  checkVersion(command.seen, edition.revision);
  const read = body();
  const programYear = yearOf(read.document, edition.programCode);
  if (programYear !== edition.programYear) {
    throw refusedField(
      "programYear",
      "other-year",
      `This draft is for ${edition.programYear}. Make a draft of its own for ${programYear}.`,
    );
  }
  const content = contentOf(read);
  if (documentHash(content.document) === edition.documentHash && read.source.text === edition.source?.text)
    return edition;
  await replaceDraft(tx, command, edition, content);
  const changed = await recordById(tx, id);
  await recordStep(tx, command, changed, { event: edge.event, from: edition.status, to: edge.to });
  return changed;
}

/** Deletes a draft. Its number is free again; what was done with it stays in the history of the program. */
export async function deleteDraft(tx: Tx, command: Command, id: string): Promise<void> {
  const edition = await lockRecord(tx, id);
  enforce(mayMaintain(command.actor, edition.programId));
  if (!WRITABLE.includes(edition.status)) throw wrongStatus(edition.status, { allowedFrom: WRITABLE });
  checkVersion(command.seen, edition.revision);
  await deleteEdition(tx, id);
  await recordStep(tx, command, edition, { event: "edition.deleted", from: edition.status });
}

async function writeDraft(
  tx: Tx,
  command: Command,
  program: Pick<Program, "id" | "code">,
  programYear: string,
  content: DraftContent,
): Promise<EditionRecord> {
  await lockProgram(tx, program.id);
  const there = await unpublishedOf(tx, program.id, programYear);
  if (there) throw draftExists(there);
  const newest = await newestVersion(tx, program.id, programYear);
  const version = (newest?.version ?? 0) + 1;
  const id = await insertDraft(tx, command, { programId: program.id, programYear, version, ...content });
  const draft = await recordById(tx, id);
  await recordStep(tx, command, draft, { event: "edition.drafted", to: "draft" });
  return draft;
}

/** What is stored of a text: where it is whole, the document as the rules read it, so that equal rules are equal documents. */
function contentOf({ document, source }: ReadEdition): DraftContent {
  const said = resolved(document);
  return { document: EditionShape.safeParse(said).data ?? said, source };
}

function draftExists(draft: EditionRecord): DomainError {
  return new DomainError({
    code: "draft-exists",
    kind: "conflict",
    message: `There is a draft of ${draft.programYear} already (version ${draft.version}). Change that one, or delete it first.`,
    details: { status: draft.status, edition: idText("edition", draft.id) },
  });
}

/** The program year a document is for. A draft may lack anything but program and year. */
function yearOf(document: unknown, program: string): string {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw refusedField("", "not-a-document", "An edition is an object with the fields of docs/programs.md.");
  }
  const said = document as { program?: unknown; programYear?: unknown };
  if (said.program !== program) {
    throw refusedField("program", "other-program", `Write "program": "${program}", the program this draft is for.`);
  }
  if (typeof said.programYear !== "string" || !/^FY\d{2}$/.test(said.programYear)) {
    throw refusedField("programYear", "no-year", "Name the program year by the year in which it ends, such as FY27.");
  }
  return said.programYear;
}

function refusedField(field: string, code: string, message: string): DomainError {
  return invalid("invalid-body", message, [{ field, code, message }]);
}
