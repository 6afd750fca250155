/** Something of the document that a field may name: its code, and what people call it. */
export interface Known {
  code: string;
  name: string;
}

/** Where the codes stand that a field names. */
const LISTS: Readonly<Record<string, string>> = {
  eligibleExpenses: "expenseTypes",
  appliesToExpenses: "expenseTypes",
  metricsWaivedForExpenses: "expenseTypes",
  expenseTypes: "expenseTypes",
  activityTypes: "activityTypes",
  compositeOf: "activityTypes",
  coreRequirements: "coreRequirements",
  mustShow: "coreRequirements",
  category: "categories",
  partnerTypes: "partnerTypes",
  fundTypes: "fundTypes",
  reasonCode: "reasonCodes",
};

/** What of the document a field may name; nothing where it names nothing that is known. */
export function codesFor(document: Readonly<Record<string, unknown>>, field: string): readonly Known[] {
  const list = document[LISTS[field] ?? ""];
  if (field === "currency") return currenciesOf(document);
  if (field === "metric" || field === "notAbove") return metricsOf(document["activityTypes"]);
  return codesIn(list);
}

function currenciesOf({ currencies }: Readonly<Record<string, unknown>>): readonly Known[] {
  return Array.isArray(currencies)
    ? currencies.flatMap((each) => (typeof each === "string" ? [{ code: each, name: each }] : []))
    : [];
}

function codesIn(list: unknown): readonly Known[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return [];
    const { code, name, label } = item as { code?: unknown; name?: unknown; label?: unknown };
    if (typeof code !== "string" || code === "") return [];
    const said = [name, label].find((each) => typeof each === "string" && each !== "");
    return [{ code, name: typeof said === "string" ? said : code }];
  });
}

function metricsOf(types: unknown): readonly Known[] {
  if (!Array.isArray(types)) return [];
  const all = types.flatMap((type: unknown) => codesIn((type as { metrics?: unknown } | null)?.metrics));
  return all.filter(({ code }, index) => all.findIndex((each) => each.code === code) === index);
}

/** Choices for a field that names some of them. What the document lacks and the field has stays to be seen; equal names show their code. */
export function choicesOf(known: readonly Known[], chosen: readonly string[]): { value: string; label: string }[] {
  const lacking = chosen.filter((code) => code !== "" && !known.some((each) => each.code === code));
  const isShared = (name: string): boolean => known.filter((each) => each.name === name).length > 1;
  const unique = known.filter(({ code }, index) => known.findIndex((each) => each.code === code) === index);
  return [
    ...unique.map(({ code, name }) => ({ value: code, label: isShared(name) ? `${name} (${code})` : name })),
    ...[...new Set(lacking)].map((code) => ({ value: code, label: code })),
  ];
}
