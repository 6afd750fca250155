import type { ActivityType } from "./activity-type-schema.ts";
import { type Coded, type Fault, fault, unknownCodes, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { OTHER } from "./rules/evidence-slots.ts";

/** Every activity type refers to what the document has, and can be proved. */
export function validateActivities(document: EditionDocument): readonly Fault[] {
  return document.activityTypes.flatMap((type, t) => {
    const at = `activityTypes[${t}]`;
    return [...references(document, type, at), ...slots(document, type, at), ...metrics(type, at), ...proof(type, at)];
  });
}

function references(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  const unknown = (
    field: string,
    codes: readonly string[] | undefined,
    known: readonly Coded[] | undefined,
    list: string,
  ) => unknownCodes(`${at}.${field}`, codes, known, list);
  return [
    ...unknown("category", [type.category], document.categories, "categories"),
    ...unknown("coreRequirements", type.coreRequirements, document.coreRequirements, "coreRequirements"),
    ...unknown("eligibleExpenses", type.eligibleExpenses, document.expenseTypes, "expenseTypes"),
    ...unknown("metricsWaivedForExpenses", type.metricsWaivedForExpenses, document.expenseTypes, "expenseTypes"),
    ...unknown("compositeOf", type.compositeOf, document.activityTypes, "activityTypes"),
    ...unknown("partnerTypes", type.partnerTypes, document.partnerTypes, "partnerTypes"),
  ];
}

function slots(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  return type.evidence.flatMap((slot, s) => {
    const path = `${at}.evidence[${s}]`;
    const when = slot.requiredWhen;
    return [
      ...(when?.kind === "line-of-expense-type"
        ? unknownCodes(`${path}.requiredWhen`, when.expenseTypes, document.expenseTypes, "expenseTypes")
        : []),
      ...(when?.kind === "field-is"
        ? unknownCodes(`${path}.requiredWhen.field`, [when.field], document.claims?.fields, "claims.fields")
        : []),
      ...unknownCodes(`${path}.mustShow`, slot.mustShow, document.coreRequirements, "coreRequirements"),
      ...(slot.code === OTHER
        ? [fault("code.reserved", `${path}.code`, OTHER, "another code", "The slot for other documents always exists.")]
        : []),
      ...shared(type, s, path),
      ...(slot.files?.mostLinks !== undefined && slot.files.mostLinks > 0 && !slot.allowsLink
        ? [
            warning(
              "evidence.no-links",
              `${path}.files.mostLinks`,
              String(slot.files.mostLinks),
              "a slot that allows links",
              'Set "allowsLink" to true, or take the number of links out.',
            ),
          ]
        : []),
    ];
  });
}

/** A document under one code fills every slot that names the code: rarely meant. */
function shared(type: ActivityType, s: number, path: string): Fault[] {
  const slot = type.evidence[s];
  const earlier = type.evidence.slice(0, s).flatMap((other) => [other.code, ...other.alternatives]);
  return [slot?.code ?? [], slot?.alternatives ?? []]
    .flat()
    .filter((code) => earlier.includes(code))
    .map((code) =>
      warning(
        "evidence.shared",
        `${path}.alternatives`,
        code,
        "a code of one slot",
        `One document "${code}" fills two slots; give each its own code if that is not meant.`,
      ),
    );
}

function metrics(type: ActivityType, at: string): Fault[] {
  return type.metrics.flatMap((metric, m) => {
    const path = `${at}.metrics[${m}].bounds`;
    const { notAbove, least, most } = metric.bounds ?? {};
    return [
      ...unknownCodes(`${path}.notAbove`, notAbove === undefined ? [] : [notAbove], type.metrics, "the type's metrics"),
      ...(least !== undefined && most !== undefined && Number(least) > Number(most)
        ? [fault("metric.bounds", path, `${least} to ${most}`, "least not above most", "Turn the two bounds round.")]
        : []),
    ];
  });
}

/** What a reviewer is to judge needs something he can look at. */
function proof(type: ActivityType, at: string): Fault[] {
  if (type.evidence.length > 0 || type.compositeOf) return [];
  const asked = type.coreRequirements.filter((code) => !/invoice|code/.test(code));
  if (asked.length === 0) return [];
  return [
    warning(
      "evidence.no-slot",
      `${at}.evidence`,
      "none",
      `a slot in which ${asked.join(", ")} can be seen`,
      "Add a slot of evidence, or nobody can judge what the type asks to be shown.",
    ),
  ];
}
