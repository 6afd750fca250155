import { type Command, DomainError, enforce, invalid, type Sentence, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { documentFault } from "./document-faults.ts";
import { editionForProgram, type ProgramWish } from "./edition-for-program.ts";
import { type EditionRecord, recordById } from "./edition-record.ts";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { type EditionSource, writtenIn } from "./edition-source.ts";
import { type DraftContent, insertDraft } from "./edition-store.ts";
import { programOf } from "./import-edition.ts";
import type { Program } from "./program.ts";
import { mayStartProgram } from "./program-policy.ts";
import { listEditions, programByCode } from "./program-queries.ts";
import { codeTaken, insertProgram, lockProgram, renameProgram } from "./program-store.ts";
import { programTemplate, TEMPLATE_CODES } from "./program-templates.ts";
import { recordStep } from "./step-edition.ts";
import { resolved } from "./validate-edition.ts";
import { withChanges, withoutComments } from "./write-changes.ts";

/** What a program is begun with: what it shall be, and what its first draft is made from; one of the three. */
export interface StartProgram extends ProgramWish {
  /** Name of an edition that comes with the program. */
  readonly template?: string | undefined;
  /** Id of an edition that is copied. */
  readonly edition?: string | undefined;
  /** A document of one's own. */
  readonly document?: Readonly<Record<string, unknown>> | undefined;
}

/** A program that was begun, with its draft. */
export interface StartedProgram {
  readonly program: Program;
  readonly draft: EditionRecord;
}

/**
 * Begins a program: writes it, and a draft of its rules made from a template, another edition or a document. Its dates are moved
 * into the program year by whole years. Partners see nothing of it before its first publication. A program that has neither
 * draft nor publication is begun anew.
 *
 * Throws `not-program-manager`, `program-exists`, `invalid-body`, `edition-not-valid`, `program-year-unknown`.
 */
export async function startProgram(tx: Tx, command: Command, body: () => StartProgram): Promise<StartedProgram> {
  enforce(mayStartProgram(command.actor));
  const wish = body();
  const original = await originalOf(tx, wish);
  const written = editionForProgram(original.whole, original.written, wish);
  const source = withChanges(original.source, original.written, written);
  const said = resolved(written);
  const parsed = EditionShape.safeParse(said);
  const program = await openProgram(tx, command, {
    ...programOf(parsed.data ?? original.whole),
    code: wish.code,
    name: wish.name,
  });
  const draft = await writeFirstDraft(tx, command, program, {
    document: parsed.data ?? said,
    source,
    programYear: wish.programYear ?? original.whole.programYear,
  });
  return { program, draft };
}

/** The rules to begin with: whole, as they were written, and the text they were written in. */
interface Original {
  readonly whole: EditionDocument;
  readonly written: Readonly<Record<string, unknown>>;
  readonly source: EditionSource | null;
}

async function originalOf(tx: Tx, { template, edition, document }: StartProgram): Promise<Original> {
  if (template !== undefined) {
    const known = await programTemplate(template);
    if (known) return { ...known, source: withoutComments(known.source) };
    throw refused(
      "template",
      "unknown-template",
      sentence("There is no template {template}. Choose one of {templates}.", {
        template,
        templates: TEMPLATE_CODES.join(", "),
      }),
    );
  }
  if (edition !== undefined) return ofEdition(await readableEdition(tx, edition));
  return wholeOf("document", document ?? {}, null);
}

async function readableEdition(tx: Tx, id: string): Promise<EditionRecord> {
  try {
    return await recordById(tx, id);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw refused(
      "edition",
      "unknown-edition",
      sentence("There is no such edition in your sight. Choose one of the list."),
    );
  }
}

function ofEdition({ document, source }: EditionRecord): Original {
  const written = source?.format === "yaml" ? writtenIn(source) : (document as Original["written"]); // sound: a stored document is an object
  return wholeOf("edition", written, source);
}

/** Only rules that are whole can be moved to another year and program. */
function wholeOf(field: string, written: Original["written"], source: EditionSource | null): Original {
  const fault = documentFault(written);
  const parsed = fault ? undefined : EditionShape.safeParse(resolved(written));
  if (parsed?.success) return { whole: parsed.data, written, source };
  throw refused(
    field,
    "edition-not-valid",
    field === "edition"
      ? sentence(
          "This edition is not whole yet, so that no program can be begun from it. Validate it first, or choose another.",
        )
      : sentence("This document is not whole. Validate it first, or begin from a template."),
  );
}

/** The program itself: new, or one that was left with nothing in it. */
async function openProgram(
  tx: Tx,
  command: Command,
  wish: Pick<Program, "code" | "name" | "kind" | "openEnrollment">,
): Promise<Program> {
  const known = await programByCode(tx, wish.code);
  if (!known) return insertProgram(tx, command, wish);
  await lockProgram(tx, known.id);
  const { items } = await listEditions(tx, known.id, { limit: 1 });
  if (known.published || items.length > 0) throw codeTaken(wish.code);
  await renameProgram(tx, known.id, wish);
  return { ...known, ...wish };
}

async function writeFirstDraft(
  tx: Tx,
  command: Command,
  { id: programId }: Program,
  draft: DraftContent & { readonly programYear: string },
): Promise<EditionRecord> {
  const id = await insertDraft(tx, command, { programId, version: 1, ...draft });
  const record = await recordById(tx, id);
  await recordStep(tx, command, record, { event: "edition.drafted", to: "draft" });
  return record;
}

function refused(field: string, code: string, message: Sentence): DomainError {
  return invalid("invalid-body", message, [{ field, code, message: message.text }]);
}
