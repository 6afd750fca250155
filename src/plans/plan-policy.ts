import { holds, mayAnywhere } from "../identity/index.ts";
import {
  type Ability,
  type Actor,
  ALLOWED,
  all,
  canStep,
  denied,
  enforce,
  notFound,
  type Permission,
  type Scope,
  type StepBy,
  sentence,
  word,
} from "../kernel/index.ts";
import type { Plan } from "./plan.ts";
import { EDITABLE, PLAN_LIFECYCLE, type PlanVerb } from "./plan-transitions.ts";

/** `what` completes "Your role does not let you ...", marked as a word of the program. */
const NOT_FOR_YOU = (what: string) =>
  sentence(
    "Your role does not let you {what}. An organisation admin can grant the right for this program and location.",
    { what },
  );

/** May the actor see plans at all? */
export function mayListPlans(actor: Actor): Permission {
  return mayAnywhere(actor, "plan.view") ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("see plans")));
}

/** May the actor create plans at all? */
export function mayCreatePlan(actor: Actor): Permission {
  return mayAnywhere(actor, "plan.edit") ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("create plans")));
}

/** May the actor create a plan for this program and location? */
export function mayCreatePlanFor(actor: Actor, scope: Scope): Permission {
  return holds(actor, "plan.edit", scope) ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("create plans here")));
}

/** Does the plan lie in the actor's programs and locations? If not, it does not exist for him. */
function isInScope(actor: Actor, plan: Plan): boolean {
  if (actor.side === "partner" && actor.organisationId !== plan.partnerId) return false;
  return holds(actor, "program.view", plan);
}

/** Refuses who may not see a plan: 404 where it is unknown or outside his scope, 403 where only the right is missing. */
export function assertSees(actor: Actor, plan: Plan | undefined, what = "plan"): asserts plan is Plan {
  if (!plan || !isInScope(actor, plan)) throw notFound(what);
  if (!holds(actor, "plan.view", plan)) enforce(denied("role-missing", NOT_FOR_YOU(word("see this plan"))));
}

/** May the actor change the plan, its campaigns and its activities, whatever its status? */
export function mayEdit(actor: Actor, plan: Plan): Permission {
  return holds(actor, "plan.edit", plan) ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("change this plan")));
}

/** May the actor write a comment on the plan? */
export function mayComment(actor: Actor, plan: Plan): Permission {
  return holds(actor, "plan.comment", plan)
    ? ALLOWED
    : denied("role-missing", NOT_FOR_YOU(word("comment on this plan")));
}

/** May the actor put the review of the plan into somebody's hands? Any reviewer of its program may. */
export function mayAssignReviewer(actor: Actor, plan: Plan): Permission {
  return holds(actor, "plan.review", plan) ? ALLOWED : REVIEWERS_ONLY;
}

/** May the actor record what was paid under the plan ahead of its proof: the vendor's finance? */
export function mayPay(actor: Actor, plan: Plan): Permission {
  return holds(actor, "plan.pay", plan)
    ? ALLOWED
    : denied("role-missing", sentence("Only the vendor's finance records payments under a plan."));
}

/** Whether the plan still waits for its review, so that it can be put into somebody's hands. */
export function isOpenForReview(plan: Plan): Permission {
  const { final, vendor } = PLAN_LIFECYCLE.statuses[plan.status];
  if (!final && plan.round > 0 && !["approved", "rejected"].includes(plan.status)) return ALLOWED;
  return denied("wrong-status", sentence("This is not possible in the status “{status}”.", { status: vendor }));
}

const REVIEWERS_ONLY = denied("role-missing", sentence("Only reviewers decide on plans."));

function maySubmit(actor: Actor, plan: Plan): Permission {
  return holds(actor, "plan.submit", plan) ? ALLOWED : denied("role-missing", NOT_FOR_YOU(word("submit this plan")));
}

/**
 * The named reviewer decides, or whoever the review was given to since (rulebook 2.3, "named"); never somebody of the
 * partner, nor whoever made or sent the plan.
 */
function mayReview(actor: Actor, plan: Plan): Permission {
  if (!holds(actor, "plan.review", plan)) return REVIEWERS_ONLY;
  if (actor.organisationId === plan.partnerId)
    return denied("own-organisation", sentence("This plan is of your own organisation. Another reviewer must decide."));
  if (actor.personId === plan.createdBy || actor.personId === plan.submittedBy)
    return denied("own-plan", sentence("You made this plan. Another reviewer must decide."));
  if (actor.personId !== plan.reviewerId)
    return denied(
      "not-your-review",
      sentence("The plan is with the reviewer it names. Take it in hand first if you are to decide."),
    );
  return ALLOWED;
}

const OTHER_SIDE: Readonly<Record<StepBy, Permission>> = {
  partner: denied("role-missing", sentence("Only the partner does this with its own plan.")),
  vendor: REVIEWERS_ONLY,
  system: denied("system-only", sentence("Plans expire and close by themselves.")),
  customer: denied("role-missing", sentence("Only the customer does this.")),
};

/** May the actor take this step, whatever the status? The transition table says for which side it is, and decides on the status. */
export function mayStep(actor: Actor, verb: PlanVerb, plan: Plan): Permission {
  const { by } = PLAN_LIFECYCLE.edges[verb];
  if (actor.side !== by) return OTHER_SIDE[by];
  switch (verb) {
    case "submit":
      return maySubmit(actor, plan);
    case "cancel":
    case "resume":
      return mayEdit(actor, plan);
    case "open":
    case "requestInformation":
    case "approve":
    case "reject":
      return mayReview(actor, plan);
    case "expire":
    case "close":
      return ALLOWED;
  }
}

const VERBS = (Object.keys(PLAN_LIFECYCLE.edges) as PlanVerb[]).filter(
  (verb) => PLAN_LIFECYCLE.edges[verb].by !== "system",
);

/** What stands in the way of a step besides right and status: open points, a day that has passed. */
export type StepGuards = Partial<Readonly<Record<PlanVerb, Permission>>>;

/** What the actor may do with the plan now, and why not: policy first, then the transition table, then what else is in the way. */
export function planAbilities(actor: Actor, plan: Plan, guards: StepGuards): Record<string, Ability> {
  const { partner, vendor } = PLAN_LIFECYCLE.statuses[plan.status];
  const wrongStatus = denied(
    "wrong-status",
    sentence("This is not possible in the status “{status}”.", {
      status: actor.side === "partner" ? partner : vendor,
    }),
  );
  const steps = VERBS.map((verb) => [
    verb,
    all(
      mayStep(actor, verb, plan),
      canStep(PLAN_LIFECYCLE, plan.status, verb) ? ALLOWED : wrongStatus,
      guards[verb] ?? ALLOWED,
    ),
  ]);
  return Object.fromEntries([
    ...steps,
    ["edit", all(mayEdit(actor, plan), isEditable(plan))],
    ["comment", mayComment(actor, plan)],
  ]);
}

/** Whether the status leaves the plan open for changes. */
export function isEditable(plan: Plan): Permission {
  if (EDITABLE.includes(plan.status)) return ALLOWED;
  return denied("wrong-status", sentence("The plan is locked while it is with the vendor or decided."));
}
