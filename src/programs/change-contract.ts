import { z } from "zod";
import { idParam, WordsWire } from "../platform/http/index.ts";
import { CHANGE_SUBJECTS, type EditionChange } from "./changes/edition-changes.ts";
import { EditionSummary } from "./program-contract.ts";

/** One change between two versions, as facts and in words. */
const ChangeWire = z
  .object({
    subject: z.enum(CHANGE_SUBJECTS),
    code: z.string().describe("What kind of change: moved, raised, lowered, proof-added, list-grew, ..."),
    effect: z
      .enum(["better", "worse", "neutral"])
      .describe("What it means for partners; a hint, judged field by field"),
    affects: z.object({
      kind: z.enum(["everybody", "activity-type", "period", "fund-type", "vendor"]),
      code: z.string().optional(),
    }),
    text: z.string(),
    words: WordsWire,
    before: z.unknown(),
    after: z.unknown(),
    at: z
      .object({ before: z.string().nullable(), after: z.string().nullable() })
      .describe("Paths in the two documents; null where it does not stand"),
  })
  .meta({ id: "EditionChange" });

/** What is different between two versions, by subject. */
export const EditionDiff = z
  .object({
    from: EditionSummary,
    to: EditionSummary,
    movedToYear: z
      .string()
      .nullable()
      .describe(
        "Where the years differ: the year that the older one was moved to, so that its own dates are no change",
      ),
    better: z.number().int(),
    worse: z.number().int(),
    neutral: z.number().int(),
    changes: z.array(ChangeWire),
  })
  .meta({ id: "EditionDiff" });

/** What changed for partners of a program, version by version, newest first. */
export const ProgramChanges = z
  .object({ items: z.array(EditionDiff.pick({ from: true, to: true, movedToYear: true, changes: true })) })
  .meta({ id: "ProgramChanges" });

/** `{id}` and `{other}` in a path: two editions. */
export const diffParams = z.object({ id: idParam("edition"), other: idParam("edition") });

/** A change on the wire. */
export function changeWire(change: EditionChange): z.input<typeof ChangeWire> {
  const { sentence, before, after, ...rest } = change;
  return { ...rest, text: sentence.text, words: sentence.words, before: before ?? null, after: after ?? null };
}
