import { idParams, listOf, type RouteDeclaration, route } from "../platform/http/index.ts";
import { LocationQuery, LocationWire, PartnerQuery, PartnerWire } from "./identity-contract.ts";
import { listLocations, listPartners, showLocation, showPartner } from "./identity-queries.ts";
import { type MeRouteDeps, meRoutes } from "./me-routes.ts";
import { type PeopleRouteDeps, peopleRoutes } from "./people-routes.ts";

/** The routes of this slice. */
export const identityRoutes = (deps: MeRouteDeps & PeopleRouteDeps): RouteDeclaration[] => [
  ...meRoutes(deps),
  ...peopleRoutes(deps),
  route({
    method: "GET",
    url: "/partners",
    tag: "partners",
    summary: "Lists the partner organisations in sight",
    query: PartnerQuery,
    response: listOf(PartnerWire),
    handle: ({ tx, query }) => listPartners(tx, query),
  }),
  route({
    method: "GET",
    url: "/partners/:id",
    tag: "partners",
    summary: "Shows a partner organisation",
    params: idParams("organisation"),
    response: PartnerWire,
    handle: ({ tx, params }) => showPartner(tx, params.id),
  }),
  route({
    method: "GET",
    url: "/locations",
    tag: "locations",
    summary: "Lists the locations in the scope of the signed-in person",
    query: LocationQuery,
    response: listOf(LocationWire),
    handle: ({ tx, actor, query }) => listLocations(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/locations/:id",
    tag: "locations",
    summary: "Shows a location",
    params: idParams("location"),
    response: LocationWire,
    handle: ({ tx, actor, params }) => showLocation(tx, actor, params.id),
  }),
];
