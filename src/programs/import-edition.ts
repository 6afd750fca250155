import { type Command, DomainError, enforce, type Finding, nothingBlocks } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { editionById, newestVersion } from "./edition-queries.ts";
import { recordById } from "./edition-record.ts";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { documentHash, insertDraft, replaceDraft } from "./edition-store.ts";
import { WRITABLE } from "./edition-transitions.ts";
import type { Edition, EditionHead, Program } from "./program.ts";
import { mayMaintain } from "./program-policy.ts";
import { programByCode } from "./program-queries.ts";
import { insertProgram, lockProgram, type NewProgram } from "./program-store.ts";
import { recordStep, stepEdition } from "./step-edition.ts";
import { resolved, validateEdition } from "./validate-edition.ts";

/** Makes a program known, without any rules yet. */
export async function createProgram(tx: Tx, command: Command, program: NewProgram): Promise<Program> {
  enforce(mayMaintain(command.actor));
  return insertProgram(tx, command, program);
}

/**
 * Stores a document as the draft of its program year. A draft that is there is replaced; a document equal to the newest
 * version changes nothing and gives that version back, so that an import may be repeated. A program that is not known
 * yet is made from the document. Throws `edition-not-valid` with findings.
 */
export async function importEdition(tx: Tx, command: Command, document: unknown): Promise<Edition> {
  const checked = checkedDocument(document);
  const known = await programByCode(tx, checked.program);
  enforce(mayMaintain(command.actor, known?.id));
  const program = known ?? (await insertProgram(tx, command, programOf(checked)));
  await lockProgram(tx, program.id);
  const newest = await newestVersion(tx, program.id, checked.programYear);
  const id =
    newest?.documentHash === documentHash(checked) ? newest.id : await writeDraft(tx, command, program, checked);
  const edition = await editionById(tx, id);
  if (!edition) throw new Error(`edition ${id} was just written and cannot be read`);
  return edition;
}

/** What a program takes over from a document. */
export function programOf(document: EditionDocument): NewProgram {
  return {
    code: document.program,
    name: document.programName,
    kind: document.kind,
    openEnrollment: document.openEnrollment,
  };
}

/** The document, parsed; refused with findings when it cannot be an edition. */
export function checkedDocument(document: unknown): EditionDocument {
  const findings = validateEdition(document);
  if (nothingBlocks(findings)) return EditionShape.parse(resolved(document));
  throw notValid(findings);
}

/** The refusal of a document that cannot be an edition, with everything that is wrong with it. */
export function notValid(findings: readonly Finding[]): DomainError {
  const count = findings.filter((finding) => finding.severity === "blocks").length;
  return new DomainError({
    code: "edition-not-valid",
    kind: "invalid",
    message: `This document cannot be an edition: ${count} ${count === 1 ? "part needs" : "parts need"} a correction.`,
    findings,
  });
}

async function writeDraft(tx: Tx, command: Command, program: Program, document: EditionDocument): Promise<string> {
  const newest = await newestVersion(tx, program.id, document.programYear);
  return newest && isOpen(newest)
    ? replaced(tx, command, newest, document)
    : inserted(tx, command, program, document, (newest?.version ?? 0) + 1);
}

function isOpen({ status }: EditionHead): boolean {
  return WRITABLE.includes(status) || status === "publication_requested";
}

async function replaced(tx: Tx, command: Command, draft: EditionHead, document: EditionDocument): Promise<string> {
  const edge = stepEdition(draft, "change");
  await replaceDraft(tx, command, draft, { document });
  const changed = await recordById(tx, draft.id);
  await recordStep(tx, command, changed, { event: edge.event, from: draft.status, to: edge.to });
  return draft.id;
}

async function inserted(
  tx: Tx,
  command: Command,
  { id: programId }: Program,
  document: EditionDocument,
  version: number,
): Promise<string> {
  const { programYear } = document;
  const id = await insertDraft(tx, command, { programId, programYear, version, document });
  await recordStep(tx, command, await recordById(tx, id), { event: "edition.drafted", to: "draft" });
  return id;
}
