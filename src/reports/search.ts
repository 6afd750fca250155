import type { Actor } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { searchClaims } from "./search-claims.ts";
import { SEARCH_KINDS, type SearchItem, type SearchQuery } from "./search-contract.ts";
import { searchFunds } from "./search-funds.ts";
import { searchLocations } from "./search-locations.ts";
import { searchPartners } from "./search-partners.ts";
import { searchPlans } from "./search-plans.ts";
import { searchPrograms } from "./search-programs.ts";
import { type Hit, needleOf, type SearchSource } from "./search-source.ts";

/** Everything that can be searched, one file each. */
const SOURCES: readonly SearchSource[] = [
  searchClaims,
  searchPlans,
  searchFunds,
  searchPrograms,
  searchPartners,
  searchLocations,
];

/**
 * What the actor may see and has these words in its number or name: the best of each kind, best first. Row-level security
 * keeps partners apart, the scope of the roles does the rest.
 */
export async function search(tx: Tx, actor: Actor, { q, kind, limit }: SearchQuery): Promise<{ items: SearchItem[] }> {
  const needle = needleOf(q);
  const hits: Hit[] = [];
  // One after the other: a transaction has one connection.
  for (const source of SOURCES) {
    if (kind === undefined || kind === source.kind) hits.push(...(await source.find(tx, actor, needle, limit)));
  }
  const order = (hit: Hit): number => hit.rank * SEARCH_KINDS.length + SEARCH_KINDS.indexOf(hit.kind);
  return { items: hits.toSorted((a, b) => order(a) - order(b)).map(({ rank: _rank, ...item }) => item) };
}
