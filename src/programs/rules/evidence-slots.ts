import type { ActivityType } from "../activity-type-schema.ts";
import type { EvidenceSlot } from "../parts/evidence-schema.ts";
import { inClaimCurrency } from "./caps.ts";
import { type Case, minorIn } from "./case.ts";
import { holdsFor } from "./expressions/ask.ts";
import { textOf } from "./expressions/facts-of.ts";
import type { SubjectDocument } from "./subject.ts";

/** A slot of the checklist with whether it is asked and filled. */
export interface SlotState {
  readonly slot: EvidenceSlot;
  /** Path of the slot in the edition document. */
  readonly at: string;
  readonly required: boolean;
  readonly filled: boolean;
  /** Codes under which a document fills the slot. */
  readonly accepts: readonly string[];
}

/** The code under which anything else may be added; it fills no slot. */
export const OTHER = "other";

/**
 * The evidence checklist of a claim (rulebook 6.8): the slots of its activity type, those of a channel in use for a
 * composite type, and whether each is required and filled. A file fills any slot; a link only a slot that allows one.
 */
export function slotStates(c: Case): readonly SlotState[] {
  const { type } = c;
  if (!type) return [];
  const own = type.evidence.map((slot, s) => stateOf(c, slot, `${c.typePath}.evidence[${s}]`));
  if (!type.compositeOf || own.every((state) => state.filled)) return own;
  const channels = channelsInUse(c, type);
  if (channels.length === 0) return own;
  // The channels' own slots take the place of the one slot that stands for all of them.
  const ofChannels = channels.flatMap((channel) => {
    const at = `activityTypes[${c.document.activityTypes.indexOf(channel)}]`;
    return channel.evidence.map((slot, s) => stateOf(c, slot, `${at}.evidence[${s}]`));
  });
  return [...own.filter((state) => !isForChannels(state.slot, type)), ...ofChannels];
}

/** Every code under which a document may be added to a claim of this type. */
export function acceptedCodes(c: Case): ReadonlySet<string> {
  const parts = c.type?.compositeOf ? componentsOf(c, c.type) : [];
  const slots = [...(c.type?.evidence ?? []), ...parts.flatMap((part) => part.evidence)];
  return new Set([OTHER, ...slots.flatMap(codesOf)]);
}

/** True when the document is of a kind that can fill the slot. */
export function canFill(slot: EvidenceSlot, document: SubjectDocument): boolean {
  return document.kind === "file" || slot.allowsLink;
}

function stateOf(c: Case, slot: EvidenceSlot, at: string): SlotState {
  const single = [slot.code, ...slot.alternatives];
  const sets = slot.alternativeSets ?? [];
  const has = (codes: readonly string[]) =>
    c.subject.documents.some((d) => codes.includes(d.evidenceCode) && canFill(slot, d));
  const filled = has(single) || sets.some((set) => set.every((code) => has([code])));
  const accepts = [...single, ...sets.flat()];
  return { slot, at, required: slot.required || conditionHolds(c, slot), filled, accepts };
}

function conditionHolds(c: Case, { requiredWhen }: EvidenceSlot): boolean {
  switch (requiredWhen?.kind) {
    case undefined:
    case "judged-by-reviewer":
      return false;
    case "line-of-expense-type":
      return c.lines.some((line) => line.expenseType !== null && requiredWhen.expenseTypes.includes(line.expenseType));
    case "amount-above": {
      const claimed = minorIn(c.subject.amountClaimed, c.subject.currency);
      const limit = inClaimCurrency(c, requiredWhen.above.amount, requiredWhen.above.currency);
      return claimed !== undefined && limit !== undefined && claimed > limit;
    }
    case "field-is":
      return requiredWhen.anyOf.includes(textOf(c.subject.fields ?? {}, requiredWhen.field)?.trim() ?? "");
    case "in-house-cost":
      return c.subject.certifications.length > 0;
    case "expression":
      return holdsFor(c, requiredWhen.when) === true;
    default:
      return requiredWhen satisfies never;
  }
}

function codesOf(slot: EvidenceSlot): readonly string[] {
  return [slot.code, ...slot.alternatives, ...(slot.alternativeSets ?? []).flat()];
}

function isForChannels(slot: EvidenceSlot, type: ActivityType): boolean {
  return slot.alternatives.some((code) => type.compositeOf?.includes(code));
}

function componentsOf(c: Case, type: ActivityType): readonly ActivityType[] {
  return c.document.activityTypes.filter((candidate) => type.compositeOf?.includes(candidate.code));
}

/** A channel is in use when one of its documents is there, or a line of an expense type that only it allows. */
function channelsInUse(c: Case, type: ActivityType): readonly ActivityType[] {
  const parts = componentsOf(c, type);
  const documents = new Set(c.subject.documents.map((document) => document.evidenceCode));
  const expenses = new Set(c.lines.map((line) => line.expenseType));
  return parts.filter(
    (part) =>
      part.evidence.some((slot) => codesOf(slot).some((code) => documents.has(code))) ||
      part.eligibleExpenses.some(
        (code) => expenses.has(code) && parts.filter((other) => other.eligibleExpenses.includes(code)).length === 1,
      ),
  );
}
