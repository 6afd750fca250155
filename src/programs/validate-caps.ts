import { isCurrency, type Money, moneyOf } from "../money/index.ts";
import type { ActivityType } from "./activity-type-schema.ts";
import { type Fault, fault, unknownCodes, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { Cap } from "./parts/cap-schema.ts";
import { bindingCaps } from "./rules/caps.ts";

/** Caps count something that can be claimed, and can be reached. */
export function validateCaps(document: EditionDocument): readonly Fault[] {
  const everywhere = document.expenseTypes.map(({ code }) => code);
  const ofProgram = listed(
    document,
    { caps: document.programCaps ?? [], eligibleExpenses: everywhere, metrics: [] },
    "programCaps",
  );
  return [
    ...document.activityTypes.flatMap((type, t) => [
      ...listed(document, type, `activityTypes[${t}].caps`),
      ...unreachable(document, type, `activityTypes[${t}].caps`),
      ...aboveMost(document, type, `activityTypes[${t}].caps`),
    ]),
    ...ofProgram,
  ];
}

type Counted = Pick<ActivityType, "caps" | "eligibleExpenses"> & {
  readonly metrics: readonly { readonly code: string }[];
};

function listed(document: EditionDocument, type: Counted, at: string): Fault[] {
  const unstated = bindingCaps(type, document.programClass)
    .filter(({ cap }) => cap.kind === "program-specific")
    .map(({ index }) =>
      fault(
        "cap.unstated",
        `${at}[${index}]`,
        "program-specific",
        "a cap of its own",
        "State the cap of this program, or unlimited.",
      ),
    );
  return [...type.caps.flatMap((cap, i) => oneCap(document, type, cap, `${at}[${i}]`)), ...unstated];
}

function oneCap(document: EditionDocument, type: Counted, cap: Cap, at: string): Fault[] {
  const parts = cap.kind === "greater-of" || cap.kind === "lesser-of" ? cap.of : [];
  const codes = [...(cap.appliesToExpenses ?? []), ...parts.flatMap((part) => part.appliesToExpenses ?? [])];
  const expenses = codes
    .filter((code) => !type.eligibleExpenses.includes(code))
    .map((code) =>
      fault(
        "cap.expense-unknown",
        `${at}.appliesToExpenses`,
        code,
        "an eligible expense of the type",
        `"${code}" is not reimbursed here, so the cap can never count it.`,
      ),
    );
  const fields = (document.claims?.fields ?? []).filter(({ kind }) => kind === "amount");
  return [
    ...expenses,
    ...unknownCodes(`${at}.partnerTypes`, cap.partnerTypes, document.partnerTypes, "partnerTypes"),
    ...(cap.kind === "per-head" && type.metrics.length > 0
      ? unknownCodes(`${at}.metric`, [cap.metric], type.metrics, "the type's metrics")
      : []),
    ...(cap.kind === "stated-value"
      ? unknownCodes(`${at}.field`, [cap.field], fields, "claims.fields, of the kind amount")
      : []),
    ...(typeof cap.amount === "string" && Number(cap.amount) === 0
      ? [warning("cap.nothing", `${at}.amount`, cap.amount, "above 0", "Nothing can be approved below this cap.")]
      : []),
  ];
}

/** A cap above a narrower one on the same cost never cuts anything. */
function unreachable(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  const own = bindingCaps(type, document.programClass).filter(({ cap }) => cap.kind === "absolute");
  const wider = bindingCaps({ caps: document.programCaps ?? [] }, document.programClass).map(({ cap }) => cap);
  return own.flatMap(({ cap, index }) => {
    const limit = amountOf(cap);
    if (!limit) return [];
    const others = [...own.filter((other) => other.cap !== cap).map((other) => other.cap), ...wider];
    const tighter = others.find((other) => {
      const most = amountOf(other);
      return (
        most?.currency === limit.currency &&
        most.minor < limit.minor &&
        coversSpan(other, cap) &&
        coversCost(other, cap)
      );
    });
    if (!tighter) return [];
    return [
      warning(
        "cap.unreachable",
        `${at}[${index}]`,
        `${cap.amount} ${cap.currency}`,
        `at most ${tighter.amount} ${tighter.currency}`,
        "Another cap on the same cost is lower, so this one never cuts anything.",
      ),
    ];
  });
}

/** A cap on one claim above the greatest amount of a claim never cuts anything. */
function aboveMost({ claims, programClass }: EditionDocument, type: ActivityType, at: string): Fault[] {
  return bindingCaps(type, programClass).flatMap(({ cap, index }) => {
    const limit = cap.per === "claim" ? amountOf(cap) : undefined;
    const said = claims?.most?.find(({ currency }) => currency === limit?.currency);
    if (!limit || !said || limit.minor <= moneyOf(said.amount, said.currency).minor) return [];
    return [
      warning(
        "cap.unreachable",
        `${at}[${index}]`,
        `${cap.amount} ${cap.currency}`,
        `at most ${said.amount} ${said.currency}`,
        "One claim is never for more than that, so this cap never cuts anything.",
      ),
    ];
  });
}

function amountOf(cap: Cap): Money | undefined {
  return cap.kind === "absolute" && isCurrency(cap.currency) ? moneyOf(cap.amount, cap.currency) : undefined;
}

const SPANS = [
  "claim",
  "conference",
  "event",
  "usage-period",
  "usage-period-per-program",
  "program-year",
  "program-year-per-program",
];

/** True when the first counts at least all that the second counts: a longer span holds a shorter one. */
function coversSpan(wide: Cap, narrow: Cap): boolean {
  return SPANS.indexOf(wide.per ?? "") >= SPANS.indexOf(narrow.per ?? "");
}

function coversCost(wide: Cap, narrow: Cap): boolean {
  if (wide.partnerTypes || wide.programClass !== narrow.programClass) return false;
  return (
    !wide.appliesToExpenses ||
    narrow.appliesToExpenses?.every((code) => wide.appliesToExpenses?.includes(code)) === true
  );
}
