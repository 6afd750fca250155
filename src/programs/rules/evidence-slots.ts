import type { ActivityType, EvidenceSlot } from "../activity-type-schema.ts";
import type { Case } from "./case.ts";
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
  return new Set([OTHER, ...slots.flatMap((slot) => [slot.code, ...slot.alternatives])]);
}

/** True when the document is of a kind that can fill the slot. */
export function canFill(slot: EvidenceSlot, document: SubjectDocument): boolean {
  return document.kind === "file" || slot.allowsLink;
}

function stateOf(c: Case, slot: EvidenceSlot, at: string): SlotState {
  const accepts = [slot.code, ...slot.alternatives];
  const filled = c.subject.documents.some((d) => accepts.includes(d.evidenceCode) && canFill(slot, d));
  return { slot, at, required: slot.required || conditionHolds(c, slot), filled, accepts };
}

function conditionHolds(c: Case, { requiredWhen }: EvidenceSlot): boolean {
  if (requiredWhen?.kind !== "line-of-expense-type") return false;
  return c.lines.some((line) => line.expenseType !== null && requiredWhen.expenseTypes.includes(line.expenseType));
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
      part.evidence.some((slot) => [slot.code, ...slot.alternatives].some((code) => documents.has(code))) ||
      part.eligibleExpenses.some(
        (code) => expenses.has(code) && parts.filter((other) => other.eligibleExpenses.includes(code)).length === 1,
      ),
  );
}
