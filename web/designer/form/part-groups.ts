/** What the parts of an edition are about. */
export type PartGroup = "claims" | "money" | "dates" | "people";

const GROUPS: Readonly<Record<PartGroup, readonly string[]>> = {
  claims: [
    "activityTypes",
    "programCaps",
    "costShare",
    "claims",
    "expenseTypes",
    "excludedExpenses",
    "requests",
    "conditions",
    "categories",
    "coreRequirements",
    "acknowledgements",
  ],
  money: ["currencies", "fundTypes", "split", "threshold", "funding", "minimumPayout", "payment", "payingEntities"],
  dates: ["windowRule", "windows", "calendar", "serviceLevels", "reminders", "extensions"],
  people: ["reasonCodes", "approvals", "disputes", "whoMay", "eligibility", "partnerTypes", "standing"],
};

/** The parts of a document in groups, what is changed most first; a part that no group names stands in the last one. */
export function groupsOf(keys: readonly string[]): readonly { group: PartGroup; keys: readonly string[] }[] {
  const named = new Set(Object.values(GROUPS).flat());
  const others = keys.filter((key) => !named.has(key));
  return (Object.keys(GROUPS) as PartGroup[])
    .map((group) => ({
      group,
      keys: [...GROUPS[group].filter((key) => keys.includes(key)), ...(group === "people" ? others : [])],
    }))
    .filter((each) => each.keys.length > 0);
}
