import { z } from "zod";
import { TimeWire, WordsWire } from "../platform/http/index.ts";
import type { JudgedNode, JudgedRequirement } from "../programs/index.ts";

const STATE = z.enum(["met", "unmet", "unknown"]).describe("Ticked, unticked, or not to be told from what is recorded");
const Said = z.object({ text: z.string(), words: WordsWire.nullable() });

/** One requirement with its judgement. */
const RequirementWire = z
  .object({
    kind: z.literal("requirement"),
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    state: STATE,
    asked: Said.describe("What is asked for"),
    found: Said.describe("What was found"),
    remedy: Said.nullable().describe("What would change it; null once it is met"),
  })
  .meta({ id: "JudgedRequirement" });

const group = {
  kind: z.literal("group"),
  name: z.string().nullable(),
  rule: z.enum(["all-of", "any-of", "n-of"]),
  needed: z.number().int().describe("How many of the group must be met"),
  met: z.number().int(),
  state: STATE,
};
const InnerGroupWire = z.object({ ...group, of: z.array(RequirementWire) }).meta({ id: "JudgedInnerGroup" });
const GroupWire = z
  .object({ ...group, of: z.array(z.discriminatedUnion("kind", [RequirementWire, InnerGroupWire])) })
  .meta({ id: "JudgedGroup" });

/** The requirements of a program as they stand for a location: a tree of groups, ticked and unticked. */
export const RequirementTreeWire = z
  .object({ ...group, of: z.array(z.discriminatedUnion("kind", [RequirementWire, GroupWire])) })
  .meta({ id: "RequirementTree" });
type RequirementTree = z.input<typeof RequirementTreeWire>;

/** GET /enrollments/{id}/requirements */
export const RequirementsWire = z
  .object({
    judgedAt: TimeWire.describe("Now: the answer is judged when it is asked for"),
    checkedAt: TimeWire.nullable().describe("When the clock judged last"),
    requirements: RequirementTreeWire.nullable().describe("Null where the program asks for nothing"),
  })
  .meta({ id: "Requirements" });

/** The judged requirements on the wire. */
export function treeWire(judged: JudgedNode): RequirementTree {
  // Sound: an edition nests groups two deep at most, and the wire has the same three levels.
  return nodeWire(judged) as RequirementTree;
}

type AnyNode = z.input<typeof RequirementWire> | (Omit<RequirementTree, "of"> & { of: AnyNode[] });

function nodeWire(node: JudgedNode): AnyNode {
  return node.kind === "requirement" ? requirementWire(node) : { ...node, of: node.of.map(nodeWire) };
}

function requirementWire(node: JudgedRequirement): z.input<typeof RequirementWire> {
  const { remedy, asked, found, ...rest } = node;
  return { ...rest, asked, found, remedy: remedy === null ? null : { text: remedy.text, words: remedy.words } };
}
