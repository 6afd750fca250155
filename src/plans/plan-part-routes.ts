import { z } from "zod";
import { type Actor, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { claimsOfPlan } from "./activity-claims.ts";
import { findActivity } from "./activity-store.ts";
import { addActivity } from "./add-activity.ts";
import { addCampaign } from "./add-campaign.ts";
import { findCampaign } from "./campaign-store.ts";
import { activityWire, campaignWire } from "./campaign-wire.ts";
import { editActivity } from "./edit-activity.ts";
import { editCampaign } from "./edit-campaign.ts";
import { editionOf } from "./judge-plan.ts";
import type { Plan } from "./plan.ts";
import { ActivityBody, CampaignBody, EditActivityBody, EditCampaignBody } from "./plan-bodies.ts";
import { loadContent } from "./plan-content.ts";
import { ActivityResource, CampaignResource } from "./plan-contract.ts";
import { assertSees } from "./plan-policy.ts";
import type { PlanResourceDeps } from "./plan-resource.ts";
import { findPlan } from "./plan-store.ts";
import { removeActivity } from "./remove-activity.ts";
import { removeCampaign } from "./remove-campaign.ts";

/** A plan that the actor sees, for one of its parts: the part is unknown when its plan is. */
async function planSeen(tx: Tx, actor: Actor, planId: string, what: string): Promise<Plan> {
  const plan = await findPlan(tx, planId);
  assertSees(actor, plan, what);
  return plan;
}

async function showCampaign(
  tx: Tx,
  actor: Actor,
  id: string,
  { claimFace }: PlanResourceDeps,
): Promise<CampaignResource> {
  const found = await findCampaign(tx, id);
  if (!found) throw notFound("campaign");
  const plan = await planSeen(tx, actor, found.planId, "campaign");
  const campaign = (await loadContent(tx, plan.id)).find((one) => one.id === id);
  if (!campaign) throw notFound("campaign");
  const claims = await claimsOfPlan(tx, plan.id);
  return campaignWire(actor, { plan, edition: await editionOf(tx, plan), campaign, claims }, claimFace);
}

async function showActivity(
  tx: Tx,
  actor: Actor,
  id: string,
  { claimFace }: PlanResourceDeps,
): Promise<ActivityResource> {
  const activity = await findActivity(tx, id);
  if (!activity) throw notFound("activity");
  const plan = await planSeen(tx, actor, activity.planId, "activity");
  const claims = await claimsOfPlan(tx, plan.id);
  return activityWire(actor, { plan, edition: await editionOf(tx, plan), claims }, activity, claimFace);
}

const campaignRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/plans/:id/campaigns",
    tag: "plans",
    summary: "Adds a campaign",
    params: idParams("plan"),
    body: CampaignBody,
    status: 201,
    response: CampaignResource,
    handle: async ({ tx, actor, now, params: { id }, body }) =>
      showCampaign(tx, actor, (await addCampaign(tx, { actor, now }, id, body)).id, deps),
  }),
  route({
    method: "GET",
    url: "/campaigns/:id",
    tag: "campaigns",
    summary: "One campaign with its activities",
    params: idParams("campaign"),
    response: CampaignResource,
    handle: ({ tx, actor, params: { id } }) => showCampaign(tx, actor, id, deps),
  }),
  route({
    method: "PATCH",
    url: "/campaigns/:id",
    tag: "campaigns",
    summary: "Changes a campaign",
    params: idParams("campaign"),
    body: EditCampaignBody,
    response: CampaignResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
      await editCampaign(tx, { actor, now, seen }, id, body);
      return showCampaign(tx, actor, id, deps);
    },
  }),
  route({
    method: "DELETE",
    url: "/campaigns/:id",
    tag: "campaigns",
    summary: "Removes a campaign with its activities",
    params: idParams("campaign"),
    status: 204,
    response: z.undefined(),
    handle: async ({ tx, actor, now, seen, params: { id } }) => {
      await removeCampaign(tx, { actor, now, seen }, id);
      return undefined;
    },
  }),
];

const activityRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/campaigns/:id/activities",
    tag: "campaigns",
    summary: "Adds an activity",
    params: idParams("campaign"),
    body: ActivityBody,
    status: 201,
    response: ActivityResource,
    handle: async ({ tx, actor, now, params: { id }, body }) =>
      showActivity(tx, actor, (await addActivity(tx, { actor, now }, id, body)).id, deps),
  }),
  route({
    method: "GET",
    url: "/activities/:id",
    tag: "activities",
    summary: "One activity with its claims",
    params: idParams("activity"),
    response: ActivityResource,
    handle: ({ tx, actor, params: { id } }) => showActivity(tx, actor, id, deps),
  }),
  route({
    method: "PATCH",
    url: "/activities/:id",
    tag: "activities",
    summary: "Changes an activity",
    params: idParams("activity"),
    body: EditActivityBody,
    response: ActivityResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
      await editActivity(tx, { actor, now, seen }, id, body);
      return showActivity(tx, actor, id, deps);
    },
  }),
  route({
    method: "DELETE",
    url: "/activities/:id",
    tag: "activities",
    summary: "Removes an activity",
    params: idParams("activity"),
    status: 204,
    response: z.undefined(),
    handle: async ({ tx, actor, now, seen, params: { id } }) => {
      await removeActivity(tx, { actor, now, seen }, id);
      return undefined;
    },
  }),
];

/** Campaigns and activities. Each has its own version, which is its ETag. */
export const planPartRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  ...campaignRoutes(deps),
  ...activityRoutes(deps),
];
