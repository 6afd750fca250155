import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { cancelDryRun } from "./cancel-dry-run.ts";
import { dryRunClaims } from "./dry-run-claims.ts";
import {
  DryRunClaimList,
  DryRunClaimQuery,
  DryRunGroupList,
  DryRunGroupQuery,
  DryRunList,
  DryRunListQuery,
  DryRunResource,
  NoBody,
  StartDryRunBody,
} from "./dry-run-contract.ts";
import { dryRunGroups } from "./dry-run-groups.ts";
import { dryRunResource, listDryRuns, readableDryRun } from "./dry-run-queries.ts";
import { startDryRun } from "./start-dry-run.ts";

const tag = "dry runs";
const params = idParams("dryRun");

/** Trying a version of an edition on past claims. */
export const dryRunRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/editions/:id/dry-run",
    tag,
    summary: "Tries a version of an edition on the claims of a past span of days; a job goes through them",
    params: idParams("edition"),
    body: StartDryRunBody,
    status: 202,
    response: DryRunResource,
    handle: async ({ tx, actor, now, params: { id }, body }) =>
      dryRunResource(tx, actor, await startDryRun(tx, { actor, now }, id, body)),
  }),
  route({
    method: "GET",
    url: "/editions/:id/dry-runs",
    tag,
    summary: "Lists the dry runs of a version",
    params: idParams("edition"),
    query: DryRunListQuery,
    response: DryRunList,
    handle: ({ tx, actor, params: { id }, query }) => listDryRuns(tx, actor, id, query),
  }),
  route({
    method: "GET",
    url: "/dry-runs/:id",
    tag,
    summary: "Shows how far a dry run is, and who gains and loses, by currency",
    params,
    response: DryRunResource,
    handle: async ({ tx, actor, params: { id } }) => dryRunResource(tx, actor, await readableDryRun(tx, actor, id)),
  }),
  route({
    method: "GET",
    url: "/dry-runs/:id/groups",
    tag,
    summary: "Adds the changed claims up by partner, activity type or rule",
    params,
    query: DryRunGroupQuery,
    response: DryRunGroupList,
    handle: ({ tx, actor, params: { id }, query }) => dryRunGroups(tx, actor, id, query),
  }),
  route({
    method: "GET",
    url: "/dry-runs/:id/claims",
    tag,
    summary: "Lists the claims that would have come out otherwise",
    params,
    query: DryRunClaimQuery,
    response: DryRunClaimList,
    handle: ({ tx, actor, params: { id }, query }) => dryRunClaims(tx, actor, id, query),
  }),
  route({
    method: "POST",
    url: "/dry-runs/:id/cancellation",
    tag,
    summary: "Ends a dry run that is under way; what it found so far stays",
    params,
    body: NoBody,
    response: DryRunResource,
    handle: async ({ tx, actor, now, params: { id }, body }) =>
      dryRunResource(tx, actor, await cancelDryRun(tx, { actor, now }, id, body)),
  }),
];
