import { type Finding, sentence } from "../../kernel/index.ts";
import { amountText, moneyOf } from "../../money/index.ts";
import { type ActivityCase, activitiesIn, type PlanCase, type PlanRule, planFinding } from "./plan-case.ts";

/** Every activity is of a type the program offers, with the vendor's consent where the type asks for one (rulebook 3.3, 6.6). */
export const judgePlanTypes: PlanRule = (c) =>
  activitiesIn(c).flatMap((activity) => [
    ...unknownType(c, activity),
    ...preApproval(c, activity),
    ...reach(c, activity),
  ]);

function unknownType(c: PlanCase, { path, name, type, activityType }: ActivityCase): Finding[] {
  if (type) return [];
  return [
    planFinding(c, {
      rule: "activity.unknown",
      severity: "blocks",
      field: `${path}.activityType`,
      found: activityType,
      allowed: "an activity type of the catalogue",
      at: "activityTypes",
      remedy: sentence("Choose for “{name}” an activity type that this program offers in this period.", { name }),
      reasonCode: "plan-activity-not-allowed",
    }),
  ];
}

/** True when the type, or the budget, needs the vendor's consent beforehand. */
export function asksForPreApproval({ type, budget }: Pick<ActivityCase, "type" | "budget">): boolean {
  if (!type) return false;
  if (type.requiresPreApproval) return true;
  const above = type.preApprovalAbove;
  return (
    above !== undefined &&
    budget?.currency === above.currency &&
    budget.minor > moneyOf(above.amount, above.currency).minor
  );
}

function preApproval(c: PlanCase, activity: ActivityCase): Finding[] {
  const { path, name, typePath, type, preApprovalId } = activity;
  if (!asksForPreApproval(activity) || (preApprovalId !== null && preApprovalId.trim() !== "")) return [];
  return [
    planFinding(c, {
      rule: "pre-approval.missing",
      severity: "blocks",
      field: `${path}.preApprovalId`,
      found: "nothing",
      allowed: "the id of the vendor's approval",
      at: `${typePath}.${type?.requiresPreApproval ? "requiresPreApproval" : "preApprovalAbove"}`,
      remedy: sentence("Enter for “{name}” the id that the vendor sent when it approved the material.", { name }),
      reasonCode: "preapproval-missing",
    }),
  ];
}

/** A type that will be asked how many people it reached: it helps the reviewer to know how many it is meant to reach. */
function reach(c: PlanCase, { path, name, type, typePath, expectedReach }: ActivityCase): Finding[] {
  const metric = type?.metrics.find(({ unit, required }) => unit === "people" && required);
  if (!metric || expectedReach !== null) return [];
  return [
    planFinding(c, {
      rule: "activity.reach-missing",
      severity: "informs",
      field: `${path}.expectedReach`,
      found: "nothing",
      allowed: "a number of people",
      at: `${typePath}.metrics`,
      remedy: sentence("Say how many people “{name}” is meant to reach: the proof will be asked how many it did.", {
        name,
      }),
    }),
  ];
}

/** A budget above what the edition reimburses for one claim of the type: the rest would be cut from the claim. */
export const judgePlanCaps: PlanRule = (c) =>
  activitiesIn(c).flatMap((activity) => {
    const { path, name, type, typePath, budget } = activity;
    const at =
      type?.caps.findIndex(
        (cap) =>
          isAbsolute(c, cap) &&
          budget !== null &&
          budget.currency === cap.currency &&
          budget.minor > moneyOf(cap.amount, cap.currency).minor,
      ) ?? -1;
    const cap = type?.caps[at];
    if (!budget || cap?.kind !== "absolute") return [];
    const allowed = moneyOf(cap.amount, cap.currency);
    return [
      planFinding(c, {
        rule: "activity.above-cap",
        severity: "warns",
        field: `${path}.budget`,
        found: amountText(budget),
        allowed: amountText(allowed),
        at: `${typePath}.caps[${at}]`,
        remedy: sentence("For “{name}” at most {amount} is reimbursed: what a claim asks for above that is cut.", {
          name,
          amount: { amount: amountText(allowed), currency: allowed.currency },
        }),
      }),
    ];
  });

function isAbsolute(
  { edition: { document } }: PlanCase,
  cap: NonNullable<ActivityCase["type"]>["caps"][number],
): cap is Extract<typeof cap, { kind: "absolute" }> {
  return (
    cap.kind === "absolute" &&
    cap.appliesToExpenses === undefined &&
    (cap.programClass ?? document.programClass) === document.programClass
  );
}
