import { isCurrency, moneyOf } from "../money/index.ts";
import type { ActivityType } from "./activity-type-schema.ts";
import { catalogueOf } from "./edition.ts";
import { type Fault, fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { DueAfterActivity } from "./parts/claim-rules-schema.ts";
import { like } from "./rules/pattern.ts";
import { spanEnd, spanText } from "./span.ts";

/** Parts of the document that are each right and together make something impossible. What needs a claim to be known is left alone. */
export function validateContradictions(document: EditionDocument): readonly Fault[] {
  return [
    ...catalogue(document),
    ...amounts(document),
    ...claimName(document),
    ...choices(document),
    ...validity(document),
    ...document.activityTypes.flatMap((type, t) => [
      ...deadline(document, type, t),
      ...room(document, type, `activityTypes[${t}]`),
      ...capBases(document, type, `activityTypes[${t}]`),
    ]),
  ];
}

function catalogue(document: EditionDocument): Fault[] {
  if (catalogueOf(document).length > 0) return [];
  return [
    fault(
      "activity.none-left",
      "activityTypes",
      `none for the class ${document.programClass}`,
      "one activity type",
      "Every activity type is excluded for the class of this program, so nothing can be claimed. Take the class out of one.",
    ),
  ];
}

function amounts({ claims, currencies }: EditionDocument): Fault[] {
  return (claims?.minimum ?? []).flatMap(({ amount, currency }, i) => {
    const most = claims?.most?.find((each) => each.currency === currency);
    if (!most || !isCurrency(currency) || !currencies.includes(currency)) return [];
    if (moneyOf(amount, currency).minor <= moneyOf(most.amount, currency).minor) return [];
    return [
      fault(
        "claims.range",
        `claims.minimum[${i}]`,
        `${amount} ${currency}`,
        `at most ${most.amount} ${currency}`,
        "The least amount of a claim is above the greatest, so no claim can be submitted. Turn the two round.",
      ),
    ];
  });
}

function claimName({ claims }: EditionDocument): Fault[] {
  const form = claims?.name;
  if (!form || like(form.example.trim(), form.pattern)) return [];
  return [
    fault(
      "claims.name-example",
      "claims.name.example",
      form.example,
      form.pattern,
      "The example does not have the form that is asked for; partners who follow it are refused. Correct one of the two.",
    ),
  ];
}

function choices({ claims }: EditionDocument): Fault[] {
  return (claims?.fields ?? []).flatMap((field, i) =>
    field.kind !== "choice" || field.choices !== undefined
      ? []
      : [
          (field.required ? fault : warning)(
            "field.no-choices",
            `claims.fields[${i}].choices`,
            "none",
            "one choice or more",
            `"${field.name}" is a choice between nothing: no answer is right. Add what may be chosen.`,
          ),
        ],
  );
}

/** Far away from the ends of months; a span is compared by where it ends. */
const SOME_DAY = "2027-03-01";

/** An approval that ends before the work it is for may begin. */
function validity({ requests }: EditionDocument): Fault[] {
  const { validFor, leadTime } = requests ?? {};
  if (!validFor || leadTime?.late !== "refused") return [];
  const [ends, begins] = [validFor, leadTime.least].map((span) => spanEnd(SOME_DAY, span, () => false));
  if (ends === undefined || begins === undefined || ends >= begins) return [];
  return [
    warning(
      "request.ends-before-work",
      "requests.validFor",
      spanText(validFor),
      `${spanText(leadTime.least)} or more`,
      "Work begins so long after its request at the earliest; an approval that is given at once has ended by then. Let it be good for longer.",
    ),
  ];
}

/** Claiming for an activity must not be over before the claim window of its period opens. */
function deadline(document: EditionDocument, type: ActivityType, t: number): Fault[] {
  const own = type.dueAfterActivity;
  // Where proof follows the payment, the claim window plays no part.
  if (document.poeTiming === "after-payment" || (!own && t > 0)) return [];
  const rule = own ?? document.claims?.dueAfterActivity;
  if (!rule) return [];
  const at = own ? `activityTypes[${t}].dueAfterActivity` : "claims.dueAfterActivity";
  return document.windows.flatMap(({ usagePeriod, claimWindow }) => {
    const [first, last] = [usagePeriod.from, usagePeriod.to].map((day) => longest(day, rule));
    if (first === undefined || last === undefined || first >= claimWindow.from) return [];
    const never = last < claimWindow.from;
    const lifted = rule.exception !== undefined || document.extensions !== undefined;
    return [
      (never && !lifted ? fault : warning)(
        "claim-deadline.before-window",
        at,
        `until ${never ? last : first} at the latest`,
        `${claimWindow.from} or later`,
        never
          ? `When claiming for ${usagePeriod.code} opens, the time to claim is over for all of its work. Open it earlier, or give more time after the activity.`
          : `When claiming for ${usagePeriod.code} opens, the time to claim is over for its first work. Open it earlier, or give more time after the activity.`,
      ),
    ];
  });
}

/** The last day to claim for work of a day; undefined where holidays of a market decide. */
function longest(day: string, { within, firstClaimWithin }: DueAfterActivity): string | undefined {
  const spans = [within, ...(firstClaimWithin ? [firstClaimWithin] : [])];
  if (spans.some(({ unit }) => unit === "business-days")) return undefined;
  return spans
    .map((span) => spanEnd(day, span, () => false))
    .sort()
    .at(-1);
}

/** What must be proved finds room among the files that a claim may have. */
function room({ claims }: EditionDocument, type: ActivityType, at: string): Fault[] {
  const { most, mostLinks } = claims?.files ?? {};
  if (most === undefined) return [];
  const needed = apart(type.evidence.filter(({ required }) => required));
  const onlyFiles = needed.filter(({ allowsLink }) => !allowsLink || mostLinks === 0).length;
  const all = mostLinks === undefined ? 0 : needed.length - mostLinks;
  const files = Math.max(onlyFiles, all);
  if (files <= most) return [];
  return [
    fault(
      "evidence.no-room",
      `${at}.evidence`,
      `${files} files that must be there`,
      `at most ${most} files`,
      `A claim for "${type.name}" must show more than the files it may have (claims, files), so none can be submitted. Allow more files, or ask for less.`,
    ),
  ];
}

type Slot = ActivityType["evidence"][number];

/** Slots of which no two can be filled by one document: counted low, so that nothing possible is refused. */
function apart(slots: readonly Slot[]): readonly Slot[] {
  const used = new Set<string>();
  return slots.filter((slot) => {
    const codes = [slot.code, ...slot.alternatives, ...(slot.alternativeSets ?? []).flat()];
    if (codes.some((code) => used.has(code))) return false;
    for (const code of codes) used.add(code);
    return true;
  });
}

/** What a cap is counted from is asked for on the claim; without it no claim can be submitted. */
function capBases(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  return type.caps.flatMap((cap, i) => {
    if (cap.kind === "per-head") {
      const metric = type.metrics.find(({ code }) => code === cap.metric);
      if (metric?.askedOn !== "request") return [];
      return [notAsked(`${at}.caps[${i}].metric`, metric.name, "Ask for it on the claim, or on both.")];
    }
    if (cap.kind === "stated-value") {
      const field = document.claims?.fields?.find(({ code }) => code === cap.field);
      if (!field || (field.askedOn !== "request" && field.activityTypes?.includes(type.code) !== false)) return [];
      return [notAsked(`${at}.caps[${i}].field`, field.name, `Ask for it on the claim, for "${type.name}" too.`)];
    }
    return [];
  });
}

function notAsked(at: string, name: string, remedy: string): Fault {
  return fault(
    "cap.base-not-asked",
    at,
    `${name}, which the claim does not ask for`,
    "what the claim asks for",
    `The cap is counted from "${name}", and no claim is asked for it, so none can be submitted. ${remedy}`,
  );
}
