import { personNames } from "../identity/index.ts";
import type { Canonical } from "../kernel/index.ts";
import { type Command, checkVersion, DomainError, type Edge, enforce, sentence, step } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { Plan } from "./plan.ts";
import { assertSees, mayStep } from "./plan-policy.ts";
import { lockPlan, type PlanChange, savePlan } from "./plan-store.ts";
import { PLAN_LIFECYCLE, type PlanStatus, type PlanVerb } from "./plan-transitions.ts";

/** A locked plan that may take the step that was asked for. */
export interface ReadyPlan {
  readonly plan: Plan;
  readonly edge: Edge<PlanStatus>;
}

/** What the event of a step says besides from and to. */
export interface StepFacts {
  readonly reasonCode?: string | undefined;
  readonly payload?: { readonly [key: string]: Canonical | undefined };
}

/**
 * The beginning of every step, always in this order (docs/api.md, order of checks): lock and reload (404), ask the policy (403),
 * ask the transition table (409), compare the version the caller has seen (412).
 */
export async function beginStep(tx: Tx, { actor, seen }: Command, id: string, verb: PlanVerb): Promise<ReadyPlan> {
  const plan = await lockPlan(tx, id);
  assertSees(actor, plan);
  enforce(mayStep(actor, verb, plan));
  const edge = await stepOrExplain(tx, plan, verb);
  checkVersion(seen, plan.version);
  return { plan, edge };
}

const DECIDED: readonly PlanStatus[] = ["approved", "rejected", "closed"];

/** The edge, or the refusal with the present status and, when it was decided, by whom and when. */
async function stepOrExplain(tx: Tx, plan: Plan, verb: PlanVerb): Promise<Edge<PlanStatus>> {
  try {
    return step(PLAN_LIFECYCLE, plan.status, verb);
  } catch (error) {
    const { decidedBy: by, decidedAt } = plan;
    if (!(error instanceof DomainError) || by === null || decidedAt === null || !DECIDED.includes(plan.status))
      throw error;
    const decidedBy = { name: (await personNames(tx, [by])).get(by) ?? "A reviewer" };
    throw new DomainError({
      code: error.code,
      kind: error.kind,
      message: sentence("{name} has already decided: this plan is {status}.", {
        name: decidedBy.name,
        status: PLAN_LIFECYCLE.statuses[plan.status].vendor.toLowerCase(),
      }),
      details: { ...error.details, decidedBy, decidedAt: decidedAt.toISOString() },
    });
  }
}

const NO_CLOCK = { dueAt: null, dueOn: null, dueSide: null } as const;

/**
 * The end of every step: saves the next version in its new status and records the event, in the caller's transaction. Whose
 * clock runs then is the table's word; a step that starts one passes `dueAt` and `dueOn`, else the deadline stays. Null for
 * `dueAt` says that nobody has time left to act.
 */
export async function finishStep(
  tx: Tx,
  { actor, now }: Command,
  { plan, edge }: ReadyPlan,
  change: PlanChange,
  facts: StepFacts = {},
): Promise<Plan> {
  const clock = edge.dueSide === "none" || change.dueAt === null ? NO_CLOCK : { dueSide: edge.dueSide };
  const saved = await savePlan(tx, now, plan, { ...change, ...clock, status: edge.to });
  await events.record(tx, {
    at: now,
    type: edge.event,
    subjectType: "plan",
    subjectId: plan.id,
    partnerId: plan.partnerId,
    actor,
    fromStatus: plan.status,
    toStatus: edge.to,
    reasonCode: facts.reasonCode,
    payload: { number: plan.number, round: saved.round, ...facts.payload },
  });
  return saved;
}
