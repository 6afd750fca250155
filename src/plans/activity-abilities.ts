import { holds } from "../identity/index.ts";
import { type Ability, type Actor, ALLOWED, all, denied, type Permission, sentence, word } from "../kernel/index.ts";
import type { Plan } from "./plan.ts";
import { isEditable, mayEdit } from "./plan-policy.ts";

/** What the actor may do with an activity of a plan, and why not. What its budget and the plan's limit leave is in minor units. */
export function activityAbilities(
  actor: Actor,
  plan: Plan,
  of: { readonly left: bigint; readonly leftOfPlan: bigint; readonly claims: number },
): Record<string, Ability> {
  const edit = all(mayEdit(actor, plan), isEditable(plan));
  return {
    edit,
    remove: all(
      edit,
      of.claims === 0
        ? ALLOWED
        : denied("activity-claimed", sentence("A claim stands on this activity, so that it stays in the plan.")),
    ),
    addProof: mayAddProof(actor, plan, of),
  };
}

/** May the actor begin a claim that proves the activity? The plan is approved, and its budget is not used up (rulebook 4.2). */
function mayAddProof(actor: Actor, plan: Plan, of: { readonly left: bigint; readonly leftOfPlan: bigint }): Permission {
  if (!holds(actor, "claim.edit", plan))
    return denied(
      "role-missing",
      sentence(
        "Your role does not let you {what}. An organisation admin can grant the right for this program and location.",
        {
          what: word("create claims here"),
        },
      ),
    );
  if (plan.status === "closed")
    return denied("wrong-status", sentence("The plan is closed: the time for proof is over."));
  if (plan.status !== "approved")
    return denied("plan-not-approved", sentence("Proof can be added once the plan is approved."));
  if (of.left <= 0n) return denied("budget-used", sentence("The budget of this activity is used up."));
  if (of.leftOfPlan <= 0n) return denied("budget-used", sentence("What was approved for the plan is used up."));
  return ALLOWED;
}
