import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimStatus } from "./claim-transitions.ts";

/** How many claims are looked at to see whether the words are common, and how many of them must hold the words then. */
const NEWEST = 300;
const COMMON = 3;
/** The index knows texts of three letters and more. */
const LEAST_LETTERS = 3;

/**
 * The condition of a list that number or name hold a text, whatever its case: `claim.words` has both in lower case. Common words are found while the list is walked in its
 * order; rare ones by the index of letter triples, which only `claims_like` may use (migration 0029), told the statuses that the list is narrowed to. A partner's own claims
 * are few enough to be read one by one.
 */
export async function holdsText(
  tx: Tx,
  actor: Actor,
  text: string,
  statuses: readonly ClaimStatus[] | undefined,
): Promise<RawBuilder<boolean>> {
  const pattern = sql`lower(${`%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`})`;
  // Written as a case, of which the planner expects half the rows: from a sample of names it would take any word for a rare one,
  // and read and sort all claims.
  const walking = sql<boolean>`case when claim.words like ${pattern} then true else false end`;
  if (actor.side === "partner" || text.length < LEAST_LETTERS) return walking;
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found
      from (select words from claim order by updated_at desc limit ${NEWEST}) as claim
     where ${walking}`.execute(tx);
  return (rows[0]?.found ?? 0) >= COMMON
    ? walking
    : sql<boolean>`claim.id in (select claims_like(${pattern}, ${statuses === undefined ? null : [...statuses]}::text[]))`;
}
