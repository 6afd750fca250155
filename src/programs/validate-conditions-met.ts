import { isCurrency, moneyOf } from "../money/index.ts";
import type { ActivityType } from "./activity-type-schema.ts";
import { type Fault, fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { TEN_THOUSAND, tenThousandths } from "./ten-thousandths.ts";

type Slot = ActivityType["evidence"][number];

/** Conditions under which proof is asked for can come true, and the bounds of metrics leave something between them. */
export function validateConditionsMet(document: EditionDocument): readonly Fault[] {
  return document.activityTypes.flatMap((type, t) => [
    ...type.evidence.flatMap((slot, s) => slotOf(document, type, slot, `activityTypes[${t}].evidence[${s}]`)),
    ...metrics(document, type, `activityTypes[${t}].metrics`),
  ]);
}

function slotOf(document: EditionDocument, type: ActivityType, slot: Slot, at: string): Fault[] {
  const why = slot.requiredWhen && neverMet(document, type, slot.requiredWhen);
  return [
    ...(why === undefined
      ? []
      : [
          warning(
            "evidence.never-asked",
            `${at}.requiredWhen`,
            why,
            "a condition that can come true",
            `"${slot.description}" is never asked for: ${why}. Change the condition, or take it out.`,
          ),
        ]),
    ...(slot.required && slot.requiredWhen && slot.requiredWhen.kind !== "judged-by-reviewer"
      ? [
          warning(
            "evidence.always-asked",
            `${at}.requiredWhen`,
            "a condition beside what is always required",
            "one of the two",
            `"${slot.description}" is required in every case, so the condition changes nothing. Set "required" to no, or take the condition out.`,
          ),
        ]
      : []),
  ];
}

/** Why a condition can never come true; undefined where it can, or nobody knows before a claim. */
function neverMet(
  { claims }: EditionDocument,
  type: ActivityType,
  when: NonNullable<Slot["requiredWhen"]>,
): string | undefined {
  switch (when.kind) {
    case "line-of-expense-type":
      return when.expenseTypes.some((code) => type.eligibleExpenses.includes(code))
        ? undefined
        : "no such cost is reimbursed for this activity";
    case "amount-above": {
      const { amount, currency } = when.above;
      const most = claims?.most?.find((each) => each.currency === currency);
      return most && isCurrency(currency) && moneyOf(most.amount, currency).minor <= moneyOf(amount, currency).minor
        ? `one claim is at most ${most.amount} ${currency}`
        : undefined;
    }
    case "field-is": {
      const field = claims?.fields?.find(({ code }) => code === when.field);
      if (!field) return undefined;
      if (field.askedOn === "request" || field.activityTypes?.includes(type.code) === false)
        return `the claim does not ask for "${field.name}"`;
      const possible = field.kind === "choice" ? field.choices?.map(({ code }) => code) : undefined;
      const answers = field.kind === "yes-no" ? ["yes", "no"] : possible;
      return answers && !when.anyOf.some((answer) => answers.includes(answer))
        ? `"${field.name}" cannot be ${when.anyOf.join(", ")}`
        : undefined;
    }
    case "in-house-cost":
      return type.certificationAllowed ? undefined : "in-house cost cannot be certified for this activity";
    case "judged-by-reviewer":
    case "expression":
      return undefined;
    default:
      return when satisfies never;
  }
}

/** Numbers that are asked for can be given, and reach the least amount of a claim. */
function metrics(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  return type.metrics.flatMap((metric, m) => {
    const { bounds } = metric;
    if (!metric.required || metric.askedOn === "request" || bounds?.severity !== "blocks") return [];
    const other = type.metrics.find(({ code }) => code === bounds.notAbove);
    const most = other?.bounds?.severity === "blocks" && other.askedOn !== "request" ? other.bounds.most : undefined;
    return [
      ...(bounds.least !== undefined && most !== undefined && tenThousandths(bounds.least) > tenThousandths(most)
        ? [
            fault(
              "metric.bounds",
              `${at}[${m}].bounds`,
              `at least ${bounds.least}`,
              `not above ${most}, the most of "${other?.name}"`,
              `"${metric.name}" must be at least ${bounds.least} and not above "${other?.name}", which is at most ${most}: no number is right. Change one of the bounds.`,
            ),
          ]
        : []),
      ...tooDear(document, metric, `${at}[${m}].bounds`),
    ];
  });
}

/** So many units at most, at so much for each, stay below the least amount of a claim. */
function tooDear({ claims }: EditionDocument, metric: ActivityType["metrics"][number], at: string): Fault[] {
  const { most, costPerUnit } = metric.bounds ?? {};
  if (most === undefined || !costPerUnit || !isCurrency(costPerUnit.currency)) return [];
  const { amount, currency } = costPerUnit;
  const least = claims?.minimum?.find((each) => each.currency === currency);
  if (!least) return [];
  const reached = moneyOf(amount, currency).minor * tenThousandths(most);
  if (reached >= moneyOf(least.amount, currency).minor * TEN_THOUSAND) return [];
  return [
    fault(
      "metric.below-least",
      at,
      `${most} at ${amount} ${currency} each`,
      `${least.amount} ${currency} or more`,
      `A claim is at least ${least.amount} ${currency}, more than ${amount} for each of at most ${most} ("${metric.name}"), so none can be submitted. Change one of the bounds, or lower the least amount of a claim.`,
    ),
  ];
}
