import { type Command, DomainError, enforce, notFound, sentence } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { findActivity } from "./activity-store.ts";
import { findCampaign } from "./campaign-store.ts";
import type { Activity, Campaign, Plan } from "./plan.ts";
import { assertSees, mayEdit } from "./plan-policy.ts";
import { lockPlan } from "./plan-store.ts";
import { EDITABLE, PLAN_LIFECYCLE } from "./plan-transitions.ts";

/** A plan that is locked and open for changes, after scope, right and status were asked (docs/api.md, order of checks). */
export async function lockForEditing(tx: Tx, { actor }: Command, id: string): Promise<Plan> {
  const plan = await lockPlan(tx, id);
  assertSees(actor, plan);
  checkOpen(plan, () => enforce(mayEdit(actor, plan)));
  return plan;
}

/** A campaign whose plan is locked and open for changes. Both are read again under the lock. */
export async function lockCampaign(
  tx: Tx,
  { actor }: Command,
  id: string,
): Promise<{ plan: Plan; campaign: Campaign }> {
  const { plan, part } = await lockPart(tx, "campaign", () => findCampaign(tx, id));
  assertSees(actor, plan, "campaign");
  checkOpen(plan, () => enforce(mayEdit(actor, plan)));
  return { plan, campaign: part };
}

/** An activity whose plan is locked and open for changes, with its campaign. All are read again under the lock. */
export async function lockActivity(
  tx: Tx,
  { actor }: Command,
  id: string,
): Promise<{ plan: Plan; campaign: Campaign; activity: Activity }> {
  const { plan, part } = await lockPart(tx, "activity", () => findActivity(tx, id));
  assertSees(actor, plan, "activity");
  checkOpen(plan, () => enforce(mayEdit(actor, plan)));
  const campaign = await findCampaign(tx, part.campaignId);
  if (!campaign) throw notFound("activity");
  return { plan, campaign, activity: part };
}

/** Finds a part, locks its plan, and reads the part again: somebody may have removed it meanwhile. */
async function lockPart<P extends { readonly planId: string }>(
  tx: Tx,
  what: string,
  find: () => Promise<P | undefined>,
): Promise<{ plan: Plan; part: P }> {
  const seen = await find();
  if (!seen) throw notFound(what);
  const plan = await lockPlan(tx, seen.planId);
  const part = await find();
  if (!plan || !part) throw notFound(what);
  return { plan, part };
}

function checkOpen(plan: Plan, right: () => void): void {
  right();
  if (EDITABLE.includes(plan.status)) return;
  const { partner } = PLAN_LIFECYCLE.statuses[plan.status];
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message:
      plan.status === "rejected"
        ? sentence("This plan was rejected and is locked. Take it back to editing to change it.")
        : sentence("This plan is locked in the status “{status}” and cannot be changed.", { status: partner }),
    details: { status: plan.status, allowedFrom: EDITABLE },
  });
}
