import { EmptyBody, type RouteDeclaration } from "../platform/http/index.ts";
import { approvePlan } from "./approve-plan.ts";
import { openPlanReview } from "./open-plan-review.ts";
import { ApprovePlanBody, PlanRequestBody, RejectPlanBody } from "./plan-bodies.ts";
import type { PlanResourceDeps } from "./plan-resource.ts";
import { planStepRoute } from "./plan-step-route.ts";
import { rejectPlan } from "./reject-plan.ts";
import { requestPlanInformation } from "./request-plan-information.ts";

/** What the reviewer does with a plan. */
export const planDecisionRoutes = (deps: PlanResourceDeps): RouteDeclaration[] => [
  planStepRoute(deps, "review", "Opens the review; opening it again is harmless", EmptyBody, openPlanReview),
  planStepRoute(
    deps,
    "information-request",
    "Asks the partner for something; the plan is open for changes again",
    PlanRequestBody,
    requestPlanInformation,
  ),
  planStepRoute(
    deps,
    "approval",
    "Approves the plan up to an amount; set aside where the edition says so",
    ApprovePlanBody,
    approvePlan,
  ),
  planStepRoute(deps, "rejection", "Rejects the plan with a reason", RejectPlanBody, rejectPlan),
];
