import { type IsoDate, type Sentence, sentence, type Words } from "../../kernel/index.ts";
import type { Requirement, RequirementGroup, RequirementNode } from "../parts/enrollment-schema.ts";
import type { EligibilityFacts } from "./eligibility-facts.ts";
import { judgeCheck } from "./judge-check.ts";

/** Ticked, unticked, or not to be told from what is known. */
export type RequirementState = "met" | "unmet" | "unknown";

/** A requirement with its judgement: what is asked for, what was found, and what would change it. */
export interface JudgedRequirement {
  readonly kind: "requirement";
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly state: RequirementState;
  readonly found: Sentence;
  readonly asked: Sentence;
  /** What the partner can do, in the edition's words where it says it; null once it is met. */
  readonly remedy: { readonly text: string; readonly words: Words | null } | null;
}

/** A group with its judgement. */
export interface JudgedGroup {
  readonly kind: "group";
  readonly name: string | null;
  readonly rule: RequirementGroup["rule"];
  /** How many must be met. */
  readonly needed: number;
  readonly met: number;
  readonly state: RequirementState;
  readonly of: readonly JudgedNode[];
}

/** A requirement or a group with its judgement. */
export type JudgedNode = JudgedRequirement | JudgedGroup;

/** The document in which the requirements stand: expressions are read once for it. */
type Document = object;

/**
 * Judges what a location must have to take part, by what is known of it on a day (rulebook 3.1). Pure and total: what cannot be told
 * is `unknown`, never an error. A group is unknown only where what is unknown could decide it.
 */
export function judgeEligibility(
  document: Document,
  requirements: RequirementGroup,
  facts: EligibilityFacts,
  today: IsoDate,
): JudgedGroup {
  const of = requirements.of.map((node) => judgeNode(document, node, facts, today));
  const met = of.filter(({ state }) => state === "met").length;
  const unknown = of.filter(({ state }) => state === "unknown").length;
  const needed = neededOf(requirements);
  return {
    kind: "group",
    name: requirements.name ?? null,
    rule: requirements.rule,
    needed,
    met,
    state: met >= needed ? "met" : met + unknown < needed ? "unmet" : "unknown",
    of,
  };
}

function judgeNode(document: Document, node: RequirementNode, facts: EligibilityFacts, today: IsoDate): JudgedNode {
  return node.kind === "group"
    ? judgeEligibility(document, node, facts, today)
    : judgeOne(document, node, facts, today);
}

function judgeOne(document: Document, asked: Requirement, facts: EligibilityFacts, today: IsoDate): JudgedRequirement {
  const { state, found, asks } = judgeCheck(document, asked.check, facts, today);
  return {
    kind: "requirement",
    code: asked.code,
    name: asked.name,
    description: asked.description ?? null,
    state,
    found,
    asked: asks,
    remedy: state === "met" ? null : remedyOf(asked),
  };
}

const ASK_VENDOR = sentence("Ask the vendor to record it once it is so.");

function remedyOf({ remedy }: Requirement): JudgedRequirement["remedy"] {
  return remedy === undefined ? ASK_VENDOR : { text: remedy, words: null };
}

/** How many of a group must be met; none of an empty one. */
export function neededOf({ rule, least, of }: RequirementGroup): number {
  switch (rule) {
    case "all-of":
      return of.length;
    case "any-of":
      return Math.min(1, of.length);
    case "n-of":
      return least ?? of.length;
  }
}

/** The requirements that are not met and that count: those in groups that are met without them do not. */
export function unmetOf(judged: JudgedNode): readonly JudgedRequirement[] {
  if (judged.state === "met") return [];
  return judged.kind === "requirement" ? [judged] : judged.of.flatMap(unmetOf);
}
