import { CommentBody, CommentList, CommentWire, commentItem, commentItems, History } from "../conversations/index.ts";
import { enforce } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import { EmptyBody, idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { assertPlaceInSight } from "../programs/index.ts";
import { cancelPlan } from "./cancel-plan.ts";
import { commentOnPlan } from "./comment-on-plan.ts";
import { createPlan } from "./create-plan.ts";
import { editPlan } from "./edit-plan.ts";
import { judgePlan } from "./judge-plan.ts";
import { CreatePlanBody, EditPlanBody, SubmitPlanBody } from "./plan-bodies.ts";
import { PlanFindings, PlanList, PlanListQuery, PlanResource } from "./plan-contract.ts";
import { planDecisionRoutes } from "./plan-decision-routes.ts";
import { availableFor, findingsFor } from "./plan-findings.ts";
import { planHistory } from "./plan-history.ts";
import { planPartRoutes } from "./plan-part-routes.ts";
import { mayCreatePlan } from "./plan-policy.ts";
import { getPlan, listPlans } from "./plan-queries.ts";
import { type PlanResourceDeps, planResource } from "./plan-resource.ts";
import { planStepRoute } from "./plan-step-route.ts";
import { resumePlan } from "./resume-plan.ts";
import { submitPlan } from "./submit-plan.ts";

const tag = "plans";
const params = idParams("plan");

/** Reading plans. */
const readingRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/plans",
    tag,
    summary: "Plans in the actor's scope",
    query: PlanListQuery,
    response: PlanList,
    handle: ({ tx, actor, now, query }) => listPlans(tx, actor, query, now),
  }),
  route({
    method: "GET",
    url: "/plans/:id",
    tag,
    summary: "One plan with its campaigns, its money and what the actor may do",
    params,
    response: PlanResource,
    handle: async ({ tx, actor, now, params: { id } }) =>
      planResource(tx, actor, await getPlan(tx, actor, id), now, deps),
  }),
  route({
    method: "GET",
    url: "/plans/:id/findings",
    tag,
    summary: "The live checklist: the same judgement as at submission and in review",
    params,
    response: PlanFindings,
    handle: async ({ tx, actor, now, params: { id } }) => {
      const plan = await getPlan(tx, actor, id);
      const judged = await judgePlan(tx, plan, now);
      const available = availableFor(actor, plan, judged);
      return {
        findings: findingsFor(actor, plan, judged.findings),
        plannedAmount: toWire(judged.planned),
        available: available && toWire(available),
      };
    },
  }),
  route({
    method: "GET",
    url: "/plans/:id/history",
    tag,
    summary: "Everything that happened to the plan, oldest first",
    params,
    response: History,
    handle: async ({ tx, actor, params: { id } }) => ({
      items: await planHistory(tx, actor, await getPlan(tx, actor, id)),
    }),
  }),
  route({
    method: "GET",
    url: "/plans/:id/comments",
    tag,
    summary: "What the two sides said about the plan",
    params,
    response: CommentList,
    handle: async ({ tx, actor, params: { id } }) => {
      await getPlan(tx, actor, id);
      return { items: await commentItems(tx, id) };
    },
  }),
];

/** What the partner does with a plan. */
const partnerRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/plans",
    tag,
    summary: "Creates a plan in editing; one for a location, program, fund type and period",
    body: CreatePlanBody,
    status: 201,
    response: PlanResource,
    handle: async ({ tx, actor, now, body, unchecked }) => {
      enforce(mayCreatePlan(actor));
      await assertPlaceInSight(tx, actor, unchecked);
      return planResource(tx, actor, await createPlan(tx, { actor, now }, body), now, deps);
    },
  }),
  route({
    method: "PATCH",
    url: "/plans/:id",
    tag,
    summary: "Changes a plan that is open for changes",
    params,
    body: EditPlanBody,
    response: PlanResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      planResource(tx, actor, await editPlan(tx, { actor, now, seen }, id, body), now, deps),
  }),
  planStepRoute(
    deps,
    "submission",
    "Submits a plan: it is locked, the reviewer's clock starts",
    SubmitPlanBody,
    submitPlan,
  ),
  planStepRoute(deps, "cancellation", "Ends a plan that was never submitted", EmptyBody, cancelPlan),
  planStepRoute(
    deps,
    "editing",
    "Takes a plan with an open request, or a rejected one, back to editing",
    EmptyBody,
    resumePlan,
  ),
  route({
    method: "POST",
    url: "/plans/:id/comments",
    tag,
    summary: "Writes a comment on the plan",
    params,
    body: CommentBody,
    status: 201,
    response: CommentWire,
    handle: async ({ tx, actor, now, params: { id }, body }) =>
      commentItem(tx, id, await commentOnPlan(tx, { actor, now }, id, body)),
  }),
];

/** Every route of plans, their campaigns and their activities. */
export const planRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  ...readingRoutes(deps),
  ...partnerRoutes(deps),
  ...planPartRoutes(deps),
  ...planDecisionRoutes(deps),
];
