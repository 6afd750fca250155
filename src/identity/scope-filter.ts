import { type RawBuilder, sql } from "kysely";
import type { Scopes } from "./rights.ts";

/** A condition for a list: the row's program and location lie in one of the scopes. `location` or `program` may be absent. */
export function inScopes(
  scopes: Scopes,
  row: { readonly program?: RawBuilder<unknown>; readonly location?: RawBuilder<unknown> },
): RawBuilder<boolean> {
  if (scopes === "all") return sql<boolean>`true`;
  if (scopes.length === 0) return sql<boolean>`false`;
  const pairs = scopes.map(({ programId, locationId }) => {
    const program =
      programId === null || row.program === undefined ? sql`true` : sql`${row.program} = ${programId}::uuid`;
    const location =
      locationId === null || row.location === undefined ? sql`true` : sql`${row.location} = ${locationId}::uuid`;
    return sql`(${program} and ${location})`;
  });
  return sql<boolean>`(${sql.join(pairs, sql` or `)})`;
}
