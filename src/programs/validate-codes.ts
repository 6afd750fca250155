import { type Coded, type Fault, fault } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** Codes are references: each may stand once in its list. */
export function validateCodes(document: EditionDocument): readonly Fault[] {
  const lists: Record<string, readonly Coded[] | undefined> = {
    fundTypes: document.fundTypes,
    payingEntities: document.payingEntities,
    categories: document.categories,
    coreRequirements: document.coreRequirements,
    expenseTypes: document.expenseTypes,
    excludedExpenses: document.excludedExpenses,
    activityTypes: document.activityTypes,
    acknowledgements: document.acknowledgements,
    reasonCodes: document.reasonCodes,
    partnerTypes: document.partnerTypes,
    partnerTiers: document.partnerTiers,
    "claims.fields": document.claims?.fields,
    "claims.counts": document.claims?.counts,
    "claims.invoiceMustShow": document.claims?.invoiceMustShow,
    conditions: document.conditions,
    standing: document.standing,
    rateGroups: document.rateGroups,
    engagements: document.engagements,
    levers: document.levers,
    "approvals.steps": document.approvals?.steps,
  };
  const inTypes = document.activityTypes.flatMap((type, t) => [
    ...repeated(`activityTypes[${t}].evidence`, type.evidence),
    ...repeated(`activityTypes[${t}].metrics`, type.metrics),
  ]);
  return [...Object.entries(lists).flatMap(([field, list]) => repeated(field, list ?? [])), ...inTypes];
}

function repeated(field: string, list: readonly Coded[]): Fault[] {
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
