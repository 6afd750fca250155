import { word } from "../../kernel/index.ts";
import { fieldName } from "./field-names.ts";

/** What the parts of an edition are called. */
const PART_NAMES: Readonly<Record<string, string>> = {
  activityTypes: word("Activities"),
  windows: word("Periods"),
  fundTypes: word("Funds"),
  split: word("Split"),
  payingEntities: word("Paying entities"),
  categories: word("Categories"),
  coreRequirements: word("What proof must show"),
  expenseTypes: word("Kinds of cost"),
  excludedExpenses: word("What is never paid"),
  acknowledgements: word("What a partner confirms"),
  reasonCodes: word("Reasons"),
  serviceLevels: word("Promised times"),
  guide: word("The vendor's guide"),
  calendar: word("Business days"),
  windowRule: word("Rule for the dates"),
  eligibility: word("Who may take part"),
  enrollment: word("Taking part"),
  requirements: word("Requirements"),
  partnerTypes: word("Types of partner"),
  partnerTiers: word("Tiers of partner"),
  costShare: word("Share of the cost"),
  programCaps: word("Caps of the program"),
  funding: word("Money of a fund"),
  claims: word("Claims"),
  requests: word("Consent before the work"),
  conditions: word("Further rules"),
  standing: word("Facts about the partner"),
  payment: word("Payment"),
  whoMay: word("Who may do what"),
  approvals: word("Approval"),
  disputes: word("Disputes"),
  extensions: word("More time"),
  reminders: word("Reminders"),
  rateGroups: word("Markets that share a rate"),
  engagements: word("Engagements"),
  levers: word("How earnings come about"),
  associations: word("Partner of record"),
  program: word("Program"),
};

/** The name of a part, such as `activityTypes`. */
export function partName(key: string): string {
  return Object.hasOwn(PART_NAMES, key) ? (PART_NAMES[key] ?? key) : fieldName(key);
}

/** True for a part with a name of its own, that things stand in. */
export function isNamedPart(key: string): boolean {
  return Object.hasOwn(PART_NAMES, key);
}
