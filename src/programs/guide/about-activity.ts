import type { ActivityType } from "../activity-type-schema.ts";
import { catalogueOf } from "../edition.ts";
import type { EditionDocument } from "../edition-schema.ts";
import { bindingCaps } from "../rules/caps.ts";
import type { ActivityGuide, CapStatement, ProofGuide, ShareStatement } from "./activity-contract.ts";
import { proofExamples } from "./proof-kinds.ts";

type Cap = ActivityType["caps"][number];
type EvidenceSlot = ActivityType["evidence"][number];

/** What a code is called in the document; the code itself where it has no name. */
export type NameOf = (code: string) => { code: string; name: string };

/** Names of a list of the document. */
export const namesIn =
  (list: readonly { code: string; name: string }[]): NameOf =>
  (code) => ({ code, name: list.find((entry) => entry.code === code)?.name ?? code });

/** Every activity type the program's class may use, in the order of the document. */
export function activityGuides(document: EditionDocument): ActivityGuide[] {
  return catalogueOf(document).map((type) => activityGuide(document, type));
}

/** What one activity type is, what proves it, what of it is paid, and up to what. */
export function activityGuide(document: EditionDocument, type: ActivityType): ActivityGuide {
  const expense = namesIn(document.expenseTypes);
  const certifiable = new Set(document.expenseTypes.filter(({ csrAllowed }) => csrAllowed).map(({ code }) => code));
  return {
    category: namesIn(document.categories)(type.category),
    code: type.code,
    name: type.name,
    ...(type.notes === undefined ? {} : { notes: type.notes }),
    coreRequirements: type.coreRequirements.map(namesIn(document.coreRequirements)),
    proof: type.evidence.map((slot) => proofGuide(slot, expense)),
    metrics: type.metrics,
    metricsWaivedFor: (type.metricsWaivedForExpenses ?? []).map(expense),
    eligibleExpenses: type.eligibleExpenses.map((code) => ({
      ...expense(code),
      certifiable: type.certificationAllowed && certifiable.has(code),
    })),
    certificationAllowed: type.certificationAllowed,
    shares: shareStatements(document, type.code),
    caps: bindingCaps(type, document.programClass).map(({ cap }) => capStatement(cap, expense)),
    requiresPreApproval: type.requiresPreApproval,
    preApprovalAbove: type.preApprovalAbove ?? null,
    channels: (type.compositeOf ?? []).map(namesIn(document.activityTypes)),
  };
}

/** One thing to prove, with the examples that the edition gives of proof that helps and proof that does not. */
function proofGuide(slot: EvidenceSlot, expense: NameOf): ProofGuide {
  const { proofKind = null, good: ownGood = [], bad: ownBad = [] } = slot.examples ?? {};
  const { good, bad } = proofKind === null ? { good: [], bad: [] } : proofExamples(proofKind);
  return {
    code: slot.code,
    description: slot.description,
    required: slot.required,
    alternatives: slot.alternatives,
    allowsLink: slot.allowsLink,
    condition: conditionOf(slot, expense),
    kind: proofKind,
    good: [...good],
    bad: [...bad],
    ownGood,
    ownBad,
  };
}

function conditionOf({ requiredWhen }: EvidenceSlot, expense: NameOf): ProofGuide["condition"] {
  switch (requiredWhen?.kind) {
    case undefined:
      return null;
    case "line-of-expense-type":
      return { kind: requiredWhen.kind, expenseTypes: requiredWhen.expenseTypes.map(expense) };
    case "judged-by-reviewer":
      return { kind: requiredWhen.kind, text: requiredWhen.text };
    case "amount-above":
      return { kind: requiredWhen.kind, above: requiredWhen.above };
    case "in-house-cost":
      return { kind: requiredWhen.kind };
    case "field-is":
    case "expression":
      return { kind: "by-rule" };
    default:
      return requiredWhen satisfies never;
  }
}

/** A cap as facts for a sentence (rulebook 6, T44 to T49). A kind that needs other facts keeps its name, without them. */
export function capStatement(cap: Cap, expense: NameOf): CapStatement {
  const money = moneyOfCap(cap);
  return {
    kind: cap.kind,
    per: cap.per,
    expenseTypes: (cap.appliesToExpenses ?? []).map(expense),
    ...money,
    persons: cap.kind === "max-persons" ? Number(cap.amount) : null,
    metric: cap.kind === "per-head" ? cap.metric : null,
    of:
      cap.kind === "greater-of" || cap.kind === "lesser-of"
        ? cap.of.map((part) => ({ kind: part.kind, ...moneyOfCap(part) }))
        : [],
  };
}

function moneyOfCap(cap: Pick<Cap, "kind" | "amount" | "currency">): Pick<CapStatement, "amount" | "percent"> {
  const { kind, amount, currency } = cap;
  if (typeof amount !== "string") return { amount: null, percent: null };
  if (currency !== null) return { amount: { amount, currency }, percent: null };
  return { amount: null, percent: kind.startsWith("percent-of-") ? amount : null };
}

/** The shares of the vendor that may be for an activity type, in the order in which they are tried. */
function shareStatements(document: EditionDocument, activityType: string): ShareStatement[] {
  return (document.costShare ?? [])
    .filter(({ activityTypes }) => activityTypes?.includes(activityType) ?? true)
    .map(({ share, fundTypes = [], sponsorsFrom, sponsorsTo }) => ({
      kind: share.kind,
      percents: percentsOf(share),
      most: share.kind === "equal-parts" ? (share.most ?? null) : null,
      fundTypes: fundTypes.map(namesIn(document.fundTypes)),
      sponsorsFrom: sponsorsFrom ?? null,
      sponsorsTo: sponsorsTo ?? null,
    }));
}

function percentsOf(share: NonNullable<EditionDocument["costShare"]>[number]["share"]): string[] {
  switch (share.kind) {
    case "fixed":
      return [share.percent];
    case "list":
      return [...share.percents];
    case "range":
      return [share.from, share.to];
    case "equal-parts":
      return [];
    default:
      return share satisfies never;
  }
}
