import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { overview } from "./overview.ts";
import { Overview } from "./overview-contract.ts";
import { search } from "./search.ts";
import { SearchQuery, SearchResult } from "./search-contract.ts";

/** Questions over everything. They only read. */
export const reportRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/search",
    tag: "search",
    summary: "Finds claims, plans, funds, programs, partners and locations by the words of their numbers and names",
    query: SearchQuery,
    response: SearchResult,
    handle: ({ tx, actor, query }) => search(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/overview",
    tag: "search",
    summary: "What waits for a decision, what is late, and where the money stands, of all in sight",
    response: Overview,
    handle: ({ tx, actor, now }) => overview(tx, actor, now),
  }),
];
