import { type Command, DomainError, newUuid, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Program } from "./program.ts";

/** What a new program is made of. */
export interface NewProgram {
  readonly code: string;
  readonly name: string;
  readonly kind: readonly string[];
  readonly openEnrollment: boolean;
}

/** Writes a new program, open. Refuses (409) a code that another program has, also one that is being written just now. */
export async function insertProgram(tx: Tx, { actor, now }: Command, program: NewProgram): Promise<Program> {
  const id = newUuid(now);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("program")
    .values({
      id,
      code: program.code,
      name: program.name,
      kind: [...program.kind],
      open_enrollment: program.openEnrollment,
      status: "open",
      created_at: now,
      created_by: actor.personId,
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw codeTaken(program.code);
  return { id, ...program, status: "open", published: false };
}

/** The refusal of a code that a program has already. */
export function codeTaken(code: string): DomainError {
  const message = sentence("There is a program with the code {code} already. Choose another code.", { code });
  return new DomainError({
    code: "program-exists",
    kind: "conflict",
    message,
    details: { program: code },
    errors: [{ field: "code", code: "program-exists", message: message.text }],
  });
}

/** Takes over name, kinds and openness from its newest edition: a name may change between editions (rulebook 3.1). */
export async function renameProgram(tx: Tx, id: string, program: Omit<NewProgram, "code">): Promise<void> {
  await tx
    .updateTable("program")
    .set({ name: program.name, kind: [...program.kind], open_enrollment: program.openEnrollment })
    .where("id", "=", id)
    .execute();
}

/** Counts up what is published for a program, so that nobody goes on answering from what was published before. */
export async function countRules(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("program")
    .set((row) => ({ rules_version: row("rules_version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Holds a program until the end of the transaction, so that one edition at a time is imported or published. */
export async function lockProgram(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("program").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
}
