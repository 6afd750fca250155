import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { ClaimOptionList, ClaimOptionQuery, FundForecast } from "./claim-option-contract.ts";
import { listClaimOptions } from "./claim-options.ts";
import { fundForecast } from "./fund-forecast.ts";

/** What may be claimed, and what will be left: reading before there is a claim. */
export const claimOptionRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/claim-options",
    tag: "claims",
    summary: "Lists what may be claimed from each fund, up to what, and why not today",
    query: ClaimOptionQuery,
    response: ClaimOptionList,
    handle: ({ tx, actor, now, query }) => listClaimOptions(tx, { actor, now }, query),
  }),
  route({
    method: "GET",
    url: "/funds/:id/forecast",
    tag: "funds",
    summary: "Tells what will be left of a fund when all open drafts are approved as claimed",
    params: idParams("fund"),
    response: FundForecast,
    handle: ({ tx, actor, params: { id } }) => fundForecast(tx, actor, id),
  }),
];
