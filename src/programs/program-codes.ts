import type { Tx } from "../platform/database/index.ts";

/** Codes and names of programs by id. Ids that are unknown stay out of the map. */
export async function programNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("program")
    .select(["id", "code", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
}

/** Codes of programs by id, for those who show a grant. Ids that are unknown stay out of the map. */
export async function programCodes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("program")
    .select(["id", "code"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** The id of the program with this code; undefined when there is none in sight. */
export async function programIdOf(tx: Tx, code: string): Promise<string | undefined> {
  const row = await tx.selectFrom("program").select("id").where("code", "=", code).executeTakeFirst();
  return row?.id;
}
