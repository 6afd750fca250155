import { type Command, checkVersion, enforce, type Finding, nothingBlocks } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type EditionRecord, lockRecord, recordById } from "./edition-record.ts";
import { linesOf } from "./edition-source.ts";
import { moveUnpublished } from "./edition-store.ts";
import { mayMaintain } from "./program-policy.ts";
import { recordStep, stepEdition } from "./step-edition.ts";
import { validateEdition } from "./validate-edition.ts";

/** A finding about a document, with the line of its text where there is one. */
export type DraftFinding = Finding & { readonly line?: number };

/** What validating a draft gave. */
export interface DraftValidation {
  readonly edition: EditionRecord;
  readonly findings: readonly DraftFinding[];
}

/**
 * Validates a draft: its form by the schema, then what its parts mean together. Where nothing blocks it becomes `validated`;
 * where something does it stays as it is, and the findings say what to correct.
 */
export async function validateDraft(
  tx: Tx,
  command: Command,
  id: string,
  body: () => unknown = () => undefined,
): Promise<DraftValidation> {
  const edition = await lockRecord(tx, id);
  enforce(mayMaintain(command.actor, edition.programId));
  stepEdition(edition, "validate");
  checkVersion(command.seen, edition.revision);
  body();
  const findings = findingsOf(edition);
  return { edition: nothingBlocks(findings) ? await markValidated(tx, command, edition) : edition, findings };
}

/** Marks a draft whose findings block nothing as validated. */
export async function markValidated(tx: Tx, command: Command, edition: EditionRecord): Promise<EditionRecord> {
  if (edition.status === "validated") return edition;
  const edge = stepEdition(edition, "validate");
  await moveUnpublished(tx, edition.id, edge.to, null);
  await recordStep(tx, command, edition, { event: edge.event, from: edition.status, to: edge.to });
  return recordById(tx, edition.id);
}

/** What is wrong with a stored document, line by line of the text it was written in. */
export function findingsOf(edition: Pick<EditionRecord, "document" | "source">): readonly DraftFinding[] {
  const findings = validateEdition(edition.document);
  if (edition.source === null) return findings;
  const lineOf = linesOf(edition.source);
  return findings.map((finding) => {
    const line = lineOf(finding.field);
    return line === undefined ? finding : { ...finding, line };
  });
}
