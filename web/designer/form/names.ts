import type { Path } from "./edit-text.ts";

/** Fields whose key says too little, or says it in a developer's word. */
const FIELDS: Readonly<Record<string, string>> = {
  allowsLink: "A link will do",
  appliesToExpenses: "Only for these kinds of cost",
  askedOn: "Asked on",
  certificationAllowed: "In-house cost may be certified",
  compositeOf: "Made of these activities",
  coopPct: "Co-op, in percent",
  coreRequirements: "What proof must show",
  costShare: "The vendor's share of the cost",
  csrAllowed: "In-house cost may be certified",
  dueAfterActivity: "To be claimed after the activity within",
  effect: "What is above the cap",
  eligibleExpenses: "Kinds of cost that are paid",
  excludedExpenses: "Cost that is never paid",
  excludedProgramClasses: "Not for programs of these classes",
  exemptProgramClasses: "Not for programs of these classes",
  expenseTypes: "Kinds of cost",
  fundTypes: "Funds",
  holds: "Formula that must hold",
  incentivesUserMaySubmit: "Incentives users may submit",
  limit: "Formula of the limit",
  metrics: "Results",
  metricsWaivedForExpenses: "No results for these kinds of cost",
  minimumPayout: "Least payout",
  mustShow: "Must show",
  openEnrollment: "Partners may enrol by themselves",
  payingEntities: "Who pays",
  per: "Counted over",
  planCommitment: "Plans set money aside",
  planMode: "Plans",
  planPeriodKind: "Period of a plan",
  planResubmissionDays: "Days to hand in a plan again",
  poeTiming: "Proof and payment",
  programCaps: "Caps of the whole program",
  programClass: "Class of the program",
  reasonCode: "Reason",
  reasonCodes: "Reasons for decisions",
  rebatePct: "Rebate, in percent",
  requiredWhen: "Required when",
  requiresPreApproval: "Consent is needed beforehand",
  preApprovalAbove: "Consent is needed above",
  preApprovalNeededWhen: "Consent is needed when (formula)",
  retentionMonths: "Months to keep originals",
  serviceLevels: "Promised times",
  shows: "Formula of what was found",
  source: "Where the money comes from",
  splitPct: "Share of the co-op part, in percent",
  standing: "Standing of partners",
  whatToDo: "What to do",
  when: "Formula",
  whoMay: "Who may do what",
  windowRule: "How the dates follow",
  windows: "Periods and claim windows",
};

/** Kinds of limits, conditions, shares and times. */
const KINDS: Readonly<Record<string, string>> = {
  absolute: "Fixed amount",
  "percent-of-earned": "Percentage of what was earned",
  "percent-of-accrued": "Percentage of what accrued",
  "percent-of-cost": "Percentage of the cost",
  "per-person": "Amount for each person",
  "per-head": "Amount for each head that is counted",
  "max-persons": "Number of persons",
  "greater-of": "The greater of several limits",
  "lesser-of": "The smaller of several limits",
  "stated-value": "Value that a field states",
  computed: "Worked out by a formula",
  unlimited: "No limit",
  "program-specific": "Told elsewhere, judged by a person",
  "line-of-expense-type": "A line is of a kind of cost",
  "judged-by-reviewer": "A reviewer asks for it",
  "amount-above": "More than an amount is claimed",
  "field-is": "A field has a value",
  "in-house-cost": "In-house cost is certified",
  expression: "A formula holds",
  fixed: "A fixed percentage",
  list: "One of several percentages",
  range: "A percentage within a range",
  "equal-parts": "The same part for each sponsor",
  business: "Business days",
  calendar: "Calendar days",
  hours: "Hours",
};

const SEVERITIES = {
  blocks: "Stops the claim",
  cuts: "Is cut",
  warns: "Is shown as a warning",
  informs: "Is shown",
} as const;

/** What may be chosen in a field, in words. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  per: {
    claim: "Each claim",
    conference: "Each conference",
    event: "Each event",
    "usage-period": "All claims of this activity in a usage period",
    "usage-period-per-program": "All claims of the program in a usage period",
    "program-year": "All claims of this activity in a program year",
    "program-year-per-program": "All claims of the program in a program year",
  },
  effect: { cuts: "It is cut", blocks: "The claim is refused" },
  severity: SEVERITIES,
  balance: { blocks: "It is refused", cuts: "It is cut" },
  poeTiming: {
    "before-payment": "Proof first, then the payment",
    "after-payment": "The payment first, then proof",
  },
  planMode: {
    none: "There are none",
    optional: "They are optional",
    required: "Each claim needs an approved plan",
  },
  planCommitment: { none: "No", "on-approval": "Yes, when the plan is approved" },
  source: { accrual: "Earned by the partner", allocation: "Given by the vendor", request: "Asked for by the partner" },
  askedOn: { claim: "The claim", request: "The request before the work", both: "Both" },
  needed: { always: "Always", "by-type": "As the activity says" },
  late: { refused: "It is refused", reason: "It needs a reason", warned: "It is shown" },
  on: { claim: "Claims", request: "Requests before the work" },
};

/** Where a field of the same key means another thing. */
const ELSEWHERE: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^claims\.counts\b.*\.per$/, {}],
  [
    /^programCaps\b.*\.per$/,
    { "usage-period": "All claims in a usage period", "program-year": "All claims in a program year" },
  ],
];

/** Values that mean the same as another one: offered only where they stand already. */
const SAME: Readonly<Record<string, readonly string[]>> = { per: ["conference"] };

/** A field's name as a person reads it: `claimWindow` becomes `Claim window`. Names of fields are English in every language, as in the text. */
export function nameOf(key: string, path: Path = []): string {
  if (key === "of") return path.some((each) => each === "caps" || each === "programCaps") ? "Limits" : "Of";
  return FIELDS[key] ?? inWords(key);
}

/** What a kind of limit, condition or share is called. */
export function kindNameOf(kind: string): string {
  return KINDS[kind] ?? inWords(kind);
}

/** What a value of a field is called: `usage-period` of a cap is "All claims of this activity in a usage period". */
export function valueName(path: Path, value: string): string {
  const key = String(path.findLast((each) => typeof each === "string") ?? "");
  const place = path.map(String).join(".");
  const special = ELSEWHERE.find(([where]) => where.test(place));
  const own = special?.[1][value];
  if (own !== undefined) return own;
  const known = special && Object.keys(special[1]).length === 0 ? undefined : VALUES[key]?.[value];
  return known ?? inWords(value);
}

/** Values that are offered for a field; one that means the same as another only where it is chosen already. */
export function offered(path: Path, values: readonly string[], chosen: unknown): readonly string[] {
  const same = SAME[String(path.at(-1) ?? "")] ?? [];
  return values.filter((value) => value === chosen || !same.includes(value));
}

function inWords(key: string): string {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the form says about a part, for people who fill it in: without the words of those who write the text. */
export function hintOf(description: string | undefined): string | undefined {
  if (description === undefined || TECHNICAL.has(description)) return undefined;
  const said = HINTS[description] ?? description;
  return said
    .replace(/;? ?null (for|when there is) none$/, "")
    .replace("(also when unsaid)", "(also when nothing is said)")
    .replace(/\bwhen unsaid\b/, "when nothing is said")
    .replace(/\b[Ee]xpression\b/g, (word) => (word === "Expression" ? "Formula" : "formula"));
}

/** What goes without saying beside a field with a name. */
const TECHNICAL: ReadonlySet<string> = new Set([
  "ISO 4217 currency code",
  "Amount as decimal text with its currency",
  "Date as 2026-06-30",
  "Activity type of the catalogue",
  "First day",
]);

const HINTS: Readonly<Record<string, string>> = {
  "Stable code in lower case with hyphens":
    "Short name by which rules and files know it; follows the name, and stays once it is in use",
  "Code of the program": "Short name of the program; it stays as it is",
  "Class of the program; decides between caps": "Decides between caps that are for some classes only",
  "Code of the slot, unique in the activity type": "Short name of this proof, each once in the activity",
  "Percentage from 0 to 100 as decimal text": "From 0 to 100",
  "IANA time zone in which the days of this edition begin and end": "Where the days of this edition begin and end",
  "FY and the two digits of the year in which the program year ends": "Named by the year in which it ends",
  "ISO 3166 country, optionally with a region": "Country, or country and region, such as US or DE-BY",
  "Codes of documents any one of which fills the slot; the slot's own code always does":
    "Short names of other documents that will do in its place",
  "Core requirements that this slot itself must show; judged by the reviewer":
    "What this proof itself must show; judged by the reviewer",
  "One slot of the evidence checklist": "One thing that must be proved",
  "Condition under which the slot is required": "Asked for only then",
  "Sets of documents: all of one set together fill the slot as well": "Sets of documents that will do together",
  "Expression that gives the limit in minor units of the claim's currency":
    "Formula that gives the limit, in cents of the claim's currency",
  "Expression of the Common Expression Language over the documented facts":
    "Formula over what is known of a claim; the documentation of programs lists what it may name",
  "Field of claims.fields that holds the amount, such as the fair market value":
    "Field of the claim that holds the amount, such as the fair market value",
  "A field of claims.fields": "A field of this program that the claim asks for",
  "Names the rule in findings: condition.<code>": "Short name of the rule",
  "Least payout in each currency; stands before minimumPayout":
    "Least payout in each currency; stands before the general one",
  "What a location must have to take part, as words of the guide; enrollment.requirements are judged":
    "What a location must have to take part, in words of the guide; what is judged stands under Enrollment",
  "Tiers of partner that rules may name": "Tiers of partner that rules may be for",
  "Types of partner that rules may name": "Types of partner that rules may be for",
};

/** What an item of a list is called: by its name, its code or its kind, else by its number. */
export function itemName(value: unknown, index: number): string {
  if (typeof value === "object" && value !== null) {
    const { name, label, meaning, code, description, kind, usagePeriod, amount, currency } = value as Record<
      string,
      unknown
    >;
    // A limit has no name: it is known by its kind and its figure.
    if (typeof kind === "string" && code === undefined) {
      return [kindNameOf(kind), amount, currency].filter((each) => typeof each === "string" && each !== "").join(" ");
    }
    const period =
      typeof usagePeriod === "object" && usagePeriod !== null ? (usagePeriod as { code?: unknown }).code : "";
    const said = [name, label, description, meaning, code, period, kind].find(
      (each) => typeof each === "string" && each !== "",
    );
    if (typeof said === "string") return said;
  }
  return `${index + 1}`;
}

/** The short name of an item that is called otherwise; undefined where it has none. */
export function itemCode(value: unknown, index: number): string | undefined {
  const code = typeof value === "object" && value !== null ? (value as { code?: unknown }).code : undefined;
  return typeof code === "string" && code !== "" && code !== itemName(value, index) ? code : undefined;
}

/** A place of a document in words: `activityTypes[1].caps[0].amount` is "Activity types › Round table › Caps › Fixed amount › Amount". */
export function placeName(document: unknown, path: Path): string {
  let value = document;
  const words = path.map((key) => {
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    return typeof key === "number" ? itemName(value, key) : nameOf(key, path);
  });
  return words.join(" › ");
}
