import { sql } from "kysely";
import type { Db, Tx } from "../platform/database/index.ts";
import { type Page, page, type SortKey } from "../platform/http/index.ts";
import { heads, toHead } from "./edition-queries.ts";
import type { EditionHead, Program, ProgramStatus } from "./program.ts";

type ListOptions = { readonly limit: number; readonly cursor?: string | undefined; readonly sort?: string | undefined };

/** Orders of the list of programs. */
export const PROGRAM_SORTS = {
  code: { by: sql`program.code`, type: "text" },
  name: { by: sql`lower(program.name)`, type: "text" },
} as const satisfies Readonly<Record<string, SortKey>>;

/** Orders of the list of editions. */
export const EDITION_SORTS = {
  startsOn: { by: sql`program_edition.starts_on`, type: "date" },
} as const satisfies Readonly<Record<string, SortKey>>;

/** The program with this code. */
export async function programByCode(tx: Tx, code: string): Promise<Program | undefined> {
  const row = await programs(tx).where("program.code", "=", code).executeTakeFirst();
  return row && toProgram(row);
}

/** The program with this id. */
export async function programById(tx: Tx, id: string): Promise<Program | undefined> {
  const row = await programs(tx).where("program.id", "=", id).executeTakeFirst();
  return row && toProgram(row);
}

/**
 * Names the published rules of a program: another name whenever something was published. Asked outside a transaction, because it
 * gives nothing away; undefined for a program that is not known.
 */
export async function rulesVersion(db: Db, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; rules_version: number }>`
    select id, rules_version from program_rules_version(${code})`.execute(db);
  return rows[0] && `${rows[0].id} ${rows[0].rules_version}`;
}

/** One page of programs. */
export async function listPrograms(tx: Tx, list: ListOptions): Promise<Page<Program>> {
  const found = await page(programs(tx), { sorts: PROGRAM_SORTS, defaultSort: "code", idRef: sql`program.id`, list });
  return { items: found.items.map(toProgram), nextCursor: found.nextCursor };
}

/** One page of a program's editions, newest first; drafts for the vendor's side only. */
export async function listEditions(tx: Tx, programId: string, list: ListOptions): Promise<Page<EditionHead>> {
  const found = await page(heads(tx).where("program_edition.program_id", "=", programId), {
    sorts: EDITION_SORTS,
    defaultSort: "-startsOn",
    idRef: sql`program_edition.id`,
    list,
  });
  return { items: found.items.map(toHead), nextCursor: found.nextCursor };
}

function programs(tx: Tx) {
  return tx
    .selectFrom("program")
    .select([
      "program.id",
      "program.code",
      "program.name",
      "program.kind",
      "program.open_enrollment",
      "program.status",
      "program.rules_version",
    ]);
}

type ProgramRow = Awaited<ReturnType<ReturnType<typeof programs>["executeTakeFirstOrThrow"]>>;

function toProgram(row: ProgramRow): Program {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    openEnrollment: row.open_enrollment,
    status: row.status as ProgramStatus, // the database checks the status
    published: row.rules_version > 0,
  };
}
