import { sql } from "kysely";
import { CLAIM_LIFECYCLE, type ClaimStatus } from "../claims/index.ts";
import { type Scopes, scopesOf } from "../identity/index.ts";
import { faceFor, idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Hit, inLine, type Needle, type SearchSource } from "./search-source.ts";

/** Claims by number or name. There may be hundreds of thousands, so their ids come from an index (`search_claims`). */
export const searchClaims: SearchSource = {
  kind: "claim",
  find: async (tx, actor, needle, most) => {
    const ranks = await ranksOf(tx, scopesOf(actor, "claim.view"), needle, most);
    if (ranks.size === 0) return [];
    const rows = await tx
      .selectFrom("claim")
      .innerJoin("program", "program.id", "claim.program_id")
      .innerJoin("location", "location.id", "claim.location_id")
      .innerJoin("organisation", "organisation.id", "claim.partner_id")
      .select(["claim.id", "claim.number", "claim.name", "claim.status", "claim.updated_at"])
      .select(["program.name as program_name", "location.name as location_name"])
      .select(["organisation.display_name as partner_name"])
      .where("claim.id", "in", [...ranks.keys()])
      .orderBy("claim.updated_at", "desc")
      .execute();
    const hits = rows.map(
      (row): Hit => ({
        rank: ranks.get(row.id) ?? 3,
        kind: "claim",
        id: idText("claim", row.id),
        number: row.number,
        title: row.name,
        subtitle: inLine(actor.side === "partner" ? null : row.partner_name, row.location_name, row.program_name),
        face: faceFor(actor, CLAIM_LIFECYCLE.statuses[row.status as ClaimStatus]), // the database checks the status
        link: `/claims/${idText("claim", row.id)}`,
      }),
    );
    return hits.toSorted((a, b) => a.rank - b.rank).slice(0, most);
  },
};

/** Ids of the best claims with how well they fit. */
async function ranksOf(tx: Tx, scopes: Scopes, needle: Needle, most: number): Promise<Map<string, number>> {
  if (scopes !== "all" && scopes.length === 0) return new Map();
  const programs = scopes === "all" ? null : scopes.map(({ programId }) => programId);
  const locations = scopes === "all" ? null : scopes.map(({ locationId }) => locationId);
  const { rows } = await sql<{ id: string; rank: number }>`
    select id, min(rank) as rank
      from search_claims(${[...needle.words]}::text[], ${programs}::uuid[], ${locations}::uuid[], ${most})
     group by id`.execute(tx);
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}
