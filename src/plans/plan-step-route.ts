import type { z } from "zod";
import type { Command } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import type { Plan } from "./plan.ts";
import { PlanResource } from "./plan-contract.ts";
import { type PlanResourceDeps, planResource } from "./plan-resource.ts";

/** `POST /plans/{id}/<noun>`: takes a step of the lifecycle and answers with the plan as it stands then. */
export function planStepRoute<B extends z.ZodType>(
  deps: PlanResourceDeps,
  noun: string,
  summary: string,
  body: B,
  step: (tx: Tx, command: Command, id: string, body: () => z.output<B>) => Promise<Plan>,
): RouteDeclaration {
  return route({
    method: "POST",
    url: `/plans/:id/${noun}`,
    tag: "plans",
    summary,
    params: idParams("plan"),
    body,
    response: PlanResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body: read }) =>
      planResource(tx, actor, await step(tx, { actor, now, seen }, id, read), now, deps),
  });
}
