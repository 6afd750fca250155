import type { Finding } from "../kernel/index.ts";
import type { ActivityType } from "./activity-type-schema.ts";
import type { Fault } from "./edition-fault.ts";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { bindingCaps } from "./rules/caps.ts";
import { OTHER } from "./rules/evidence-slots.ts";
import { validateWindows } from "./validate-windows.ts";

/**
 * Whether a document can be an edition: its form by the schema, then what its parts mean together. Findings that block
 * keep it from being stored; warnings are for the program manager. Takes anything, never throws.
 */
export function validateEdition(document: unknown): readonly Finding[] {
  const parsed = EditionShape.safeParse(document);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      toFinding("edition", {
        rule: "edition.form",
        field: issue.path.reduce<string>(joined, ""),
        found: "unrecognized" in issue ? String(issue["unrecognized"]) : issue.code,
        allowed: issue.message,
        remedy: `Correct this part of the document: ${issue.message}.`,
      }),
    );
  }
  const name = `edition ${parsed.data.program}/${parsed.data.programYear}`;
  return validateMeaning(parsed.data).map((fault) => toFinding(name, fault));
}

function validateMeaning(document: EditionDocument): readonly Fault[] {
  return [
    ...validateWindows(document),
    ...split(document),
    ...duplicates(document),
    ...commitment(document),
    ...document.activityTypes.flatMap((type, t) => activityType(document, type, `activityTypes[${t}]`)),
    ...acknowledgements(document),
  ];
}

function split({ split: rule, fundTypes }: EditionDocument): Fault[] {
  const total = rule ? percent(rule.rebatePct) + percent(rule.coopPct) : HUNDRED;
  const parts = fundTypes.filter((fund) => fund.active && fund.splitPct !== undefined);
  const shared = parts.reduce((sum, fund) => sum + percent(fund.splitPct ?? "0"), 0n);
  return [
    ...(total === HUNDRED
      ? []
      : [
          fault(
            "split.sum",
            "split",
            `${rule?.rebatePct} and ${rule?.coopPct}`,
            "100 together",
            "Make rebate and co-op 100 together.",
          ),
        ]),
    ...(parts.length === 0 || shared === HUNDRED
      ? []
      : [
          fault(
            "split.sum",
            "fundTypes",
            "shares of fund types",
            "100 together",
            "Make the shares of the active fund types 100 together.",
          ),
        ]),
  ];
}

/** An approved plan sets money aside in the one fund of its period, before anything is paid. */
function commitment({ planCommitment, planMode, poeTiming, fundTypes }: EditionDocument): Fault[] {
  if (planCommitment === "none") return [];
  const halfYearly = fundTypes.every((type) => !type.active || type.planPeriodKind === "half-year");
  if (halfYearly && planMode !== "none" && poeTiming === "before-payment") return [];
  return [
    fault(
      "plan.commitment",
      "planCommitment",
      planCommitment,
      "plans for half-years, with proof before payment",
      'Set planCommitment to "none", or let plans be for half-years and proof come before the payment.',
    ),
  ];
}

/** Codes are references: each may stand once in its list. */
function duplicates(document: EditionDocument): Fault[] {
  const lists: Record<string, readonly { readonly code: string }[]> = {
    fundTypes: document.fundTypes,
    payingEntities: document.payingEntities,
    categories: document.categories,
    coreRequirements: document.coreRequirements,
    expenseTypes: document.expenseTypes,
    excludedExpenses: document.excludedExpenses,
    activityTypes: document.activityTypes,
    acknowledgements: document.acknowledgements,
    reasonCodes: document.reasonCodes,
  };
  const inTypes = document.activityTypes.flatMap((type, t) => [
    ...repeated(`activityTypes[${t}].evidence`, type.evidence),
    ...repeated(`activityTypes[${t}].metrics`, type.metrics),
  ]);
  return [...Object.entries(lists).flatMap(([field, list]) => repeated(field, list)), ...inTypes];
}

function activityType(document: EditionDocument, type: ActivityType, at: string): Fault[] {
  const unknown = (
    field: string,
    codes: readonly string[] | undefined,
    known: readonly { readonly code: string }[],
    list: string,
  ) =>
    (codes ?? [])
      .filter((code) => !known.some((item) => item.code === code))
      .map((code) =>
        fault(
          "code.unknown",
          `${at}.${field}`,
          code,
          `a code of ${list}`,
          `Add "${code}" to ${list}, or take it out here.`,
        ),
      );
  return [
    ...unknown("category", [type.category], document.categories, "categories"),
    ...unknown("coreRequirements", type.coreRequirements, document.coreRequirements, "coreRequirements"),
    ...unknown("eligibleExpenses", type.eligibleExpenses, document.expenseTypes, "expenseTypes"),
    ...unknown("metricsWaivedForExpenses", type.metricsWaivedForExpenses, document.expenseTypes, "expenseTypes"),
    ...unknown("compositeOf", type.compositeOf, document.activityTypes, "activityTypes"),
    ...type.evidence.flatMap((slot, s) => [
      ...(slot.requiredWhen?.kind === "line-of-expense-type"
        ? unknown(`evidence[${s}].requiredWhen`, slot.requiredWhen.expenseTypes, document.expenseTypes, "expenseTypes")
        : []),
      ...(slot.code === OTHER
        ? [
            fault(
              "code.reserved",
              `${at}.evidence[${s}].code`,
              OTHER,
              "another code",
              "The slot for other documents always exists.",
            ),
          ]
        : []),
    ]),
    ...type.caps.flatMap((cap, i) => {
      const parts = cap.kind === "greater-of" ? cap.of : [];
      const codes = [...(cap.appliesToExpenses ?? []), ...parts.flatMap((part) => part.appliesToExpenses ?? [])];
      return codes
        .filter((code) => !type.eligibleExpenses.includes(code))
        .map((code) =>
          fault(
            "cap.expense-unknown",
            `${at}.caps[${i}].appliesToExpenses`,
            code,
            "an eligible expense of the type",
            `"${code}" is not reimbursed here, so the cap can never count it.`,
          ),
        );
    }),
    ...bindingCaps(type, document.programClass)
      .filter(({ cap }) => cap.kind === "program-specific")
      .map(({ index }) =>
        fault(
          "cap.unstated",
          `${at}.caps[${index}]`,
          "program-specific",
          "a cap of its own",
          "State the cap of this program, or unlimited.",
        ),
      ),
  ];
}

function acknowledgements(document: EditionDocument): Fault[] {
  if (document.acknowledgements.length > 0) return [];
  return [
    {
      ...fault(
        "acknowledgement.none",
        "acknowledgements",
        "none",
        "at least one",
        "Ask partners to confirm at least that what they claim is true.",
      ),
      severity: "warns",
    },
  ];
}

const HUNDRED = 1_000_000n;

/** A percentage in ten-thousandths, exactly. */
function percent(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
}

function repeated(field: string, list: readonly { readonly code: string }[]): Fault[] {
  const codes = list.map((item) => item.code);
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))].map((code) =>
    fault(
      "code.repeated",
      field,
      code,
      "each code once",
      `"${code}" stands there more than once; give each its own code.`,
    ),
  );
}

function fault(rule: string, field: string, found: string, allowed: string, remedy: string): Fault {
  return { rule, field, found, allowed, remedy };
}

function toFinding(name: string, { severity, ...what }: Fault): Finding {
  return { ...what, severity: severity ?? "blocks", source: `${name}, ${what.field}` };
}

function joined(path: string, part: PropertyKey): string {
  if (typeof part === "number") return `${path}[${part}]`;
  return path === "" ? String(part) : `${path}.${String(part)}`;
}
