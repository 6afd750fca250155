import { type RouteDeclaration, route } from "../platform/http/index.ts";
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
];
