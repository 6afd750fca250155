/** Where the codes stand that a field names. */
const LISTS: Readonly<Record<string, string>> = {
  eligibleExpenses: "expenseTypes",
  appliesToExpenses: "expenseTypes",
  metricsWaivedForExpenses: "expenseTypes",
  activityTypes: "activityTypes",
  compositeOf: "activityTypes",
  coreRequirements: "coreRequirements",
  mustShow: "coreRequirements",
  category: "categories",
  partnerTypes: "partnerTypes",
  fundTypes: "fundTypes",
};

/** Codes of the document that a field may name; none where it names nothing that is known. */
export function codesFor(document: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const list = document[LISTS[field] ?? ""];
  if (field === "currency") return currenciesOf(document);
  if (field === "metric") return metricsOf(document["activityTypes"]);
  return codesIn(list);
}

function currenciesOf({ currencies }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(currencies) ? currencies.filter((each) => typeof each === "string") : [];
}

function codesIn(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const code = typeof item === "object" && item !== null ? (item as { code?: unknown }).code : undefined;
    return typeof code === "string" && code !== "" ? [code] : [];
  });
}

function metricsOf(types: unknown): readonly string[] {
  if (!Array.isArray(types)) return [];
  const all = types.flatMap((type: unknown) => codesIn((type as { metrics?: unknown } | null)?.metrics));
  return [...new Set(all)];
}
