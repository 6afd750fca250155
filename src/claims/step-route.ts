import type { z } from "zod";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import type { Claim } from "./claim.ts";
import { ClaimResource } from "./claim-contract.ts";
import { claimResource } from "./claim-resource.ts";

/** `POST /claims/{id}/<noun>`: takes a step of the lifecycle and answers with the claim as it stands then. */
export function stepRoute<B extends z.ZodType>(
  noun: string,
  summary: string,
  body: B,
  step: (tx: Tx, command: Command, id: string, body: () => z.output<B>) => Promise<Claim>,
): RouteDeclaration {
  return route({
    method: "POST",
    url: `/claims/:id/${noun}`,
    tag: "claims",
    summary,
    params: idParams("claim"),
    body,
    response: ClaimResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body: read }) =>
      claimResource(tx, actor, await step(tx, { actor, now, seen }, id, read), now),
  });
}
