import type { Sentence } from "../../kernel/index.ts";
import { describeChange } from "./describe-change.ts";
import { type Effect, effectOf } from "./effects.ts";
import { isFields, type TreeChange, treeChanges } from "./tree-changes.ts";
import { itemName, type NameOfCode } from "./values.ts";

/** What changes are grouped by. */
export const CHANGE_SUBJECTS = [
  "dates",
  "money",
  "activities",
  "proof",
  "claims",
  "times",
  "people",
  "reasons",
  "program",
] as const;
/** What a change is about. */
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** Whom a change touches: everybody in the program, or those with a claim of an activity, in a period, from a fund. */
export interface Affected {
  readonly kind: "everybody" | "activity-type" | "period" | "fund-type" | "vendor";
  readonly code?: string;
}

/** One change between two documents: as facts for programs, and in words. */
export interface EditionChange {
  readonly subject: ChangeSubject;
  readonly code: string;
  readonly effect: Effect;
  readonly affects: Affected;
  readonly sentence: Sentence;
  readonly before: unknown;
  readonly after: unknown;
  /** Paths in the two documents; null where it does not stand. */
  readonly at: TreeChange["at"];
}

/**
 * What is different in the newer of two documents, one line for each change, by subject and in the order of the document. Pure
 * and total: any two documents are compared, complete or not; none gives no line exactly when they say the same.
 */
export function editionChanges(before: unknown, after: unknown): readonly EditionChange[] {
  const nameOf = namesIn(before, after);
  const lines = treeChanges(before, after).map((change) => ({
    ...describeChange(change, nameOf),
    subject: subjectOf(change),
    effect: effectOf(change),
    affects: affectedBy(change),
    before: change.before,
    after: change.after,
    at: change.at,
  }));
  return CHANGE_SUBJECTS.flatMap((subject) => lines.filter((line) => line.subject === subject));
}

/** The changes a partner is told: what concerns partners, without what only the vendor works with. */
export function changesForPartners(changes: readonly EditionChange[]): readonly EditionChange[] {
  return changes.filter(({ affects, code, effect }) => {
    if (affects.kind === "vendor") return false;
    return effect !== "neutral" || (code !== "reordered" && code !== "reworded");
  });
}

const SUBJECT_OF: Readonly<Record<string, ChangeSubject>> = {
  windows: "dates",
  windowRule: "dates",
  calendar: "dates",
  startsOn: "dates",
  endsOn: "dates",
  currencies: "money",
  fundTypes: "money",
  split: "money",
  threshold: "money",
  minimumPayout: "money",
  payingEntities: "money",
  costShare: "money",
  funding: "money",
  payment: "money",
  programCaps: "money",
  levers: "money",
  rateGroups: "money",
  activityTypes: "activities",
  categories: "activities",
  expenseTypes: "activities",
  excludedExpenses: "activities",
  engagements: "activities",
  coreRequirements: "proof",
  claims: "claims",
  requests: "claims",
  conditions: "claims",
  standing: "claims",
  acknowledgements: "claims",
  planMode: "claims",
  planCommitment: "claims",
  planResubmissionDays: "claims",
  poeTiming: "claims",
  retentionMonths: "claims",
  serviceLevels: "times",
  disputes: "times",
  extensions: "times",
  reminders: "times",
  openEnrollment: "people",
  incentivesUserMaySubmit: "people",
  eligibility: "people",
  enrollment: "people",
  partnerTypes: "people",
  partnerTiers: "people",
  whoMay: "people",
  approvals: "people",
  associations: "people",
  reasonCodes: "reasons",
};
const PROOF = new Set(["evidence", "metrics", "coreRequirements", "metricsWaivedForExpenses"]);

function subjectOf({ keys: [part = "", , inside] }: TreeChange): ChangeSubject {
  if (part === "activityTypes" && inside !== undefined && PROOF.has(inside)) return "proof";
  return Object.hasOwn(SUBJECT_OF, part) ? (SUBJECT_OF[part] ?? "program") : "program";
}

/** Parts that only the vendor works with. */
const VENDORS_OWN = new Set(["approvals", "categories", "schemaVersion", "reasonCodes", "rateGroups", "windowRule"]);

function affectedBy({ keys: [part = "", code], keys }: TreeChange): Affected {
  if (VENDORS_OWN.has(part) || keys.at(-1) === "words") return { kind: "vendor" };
  if (code === undefined) return { kind: "everybody" };
  if (part === "activityTypes") return { kind: "activity-type", code };
  if (part === "windows") return { kind: "period", code };
  return part === "fundTypes" ? { kind: "fund-type", code } : { kind: "everybody" };
}

/** Names of codes in either document, the newer first: expense types, core requirements, activities and the like. */
function namesIn(before: unknown, after: unknown): NameOfCode {
  const lists = [
    "expenseTypes",
    "coreRequirements",
    "activityTypes",
    "fundTypes",
    "partnerTypes",
    "categories",
    "reasonCodes",
  ];
  const names = new Map<string, string>();
  for (const document of [before, after]) {
    for (const list of lists) {
      const items = isFields(document) ? document[list] : undefined;
      for (const item of Array.isArray(items) ? items : []) {
        if (isFields(item) && typeof item["code"] === "string") names.set(item["code"], itemName(item));
      }
    }
  }
  return (code) => names.get(code);
}
