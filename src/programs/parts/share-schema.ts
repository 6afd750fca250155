import { z } from "zod";
import { Code, Percent } from "../edition-values.ts";

const usual = Percent.optional().describe("What counts where nothing else was agreed; one must be agreed when unsaid");

/** Which part of the cost the vendor pays. */
export const ShareShape = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("fixed"), percent: Percent }),
    z.strictObject({
      kind: z.literal("list"),
      percents: z.array(Percent).min(1).describe("One of these is agreed"),
      usual,
    }),
    z.strictObject({ kind: z.literal("range"), from: Percent, to: Percent, usual }),
    z.strictObject({
      kind: z.literal("equal-parts"),
      most: Percent.optional().describe("Never more than this, however few sponsors there are"),
    }),
  ])
  .describe("Fixed, one of a list, within a range, or the same part for each sponsoring vendor");
/** Which part of the cost the vendor pays. */
export type Share = z.infer<typeof ShareShape>;

/** A share with what it is for. The first one that fits counts. */
export const CostShareShape = z
  .strictObject({
    share: ShareShape,
    fundTypes: z.array(Code).min(1).optional().describe("Only for funds of these types"),
    activityTypes: z.array(Code).min(1).optional().describe("Only for these activity types"),
    sponsorsFrom: z.int().min(1).max(100).optional().describe("Only from this number of sponsoring vendors on"),
    sponsorsTo: z.int().min(1).max(100).optional().describe("Only up to this number of sponsoring vendors"),
  })
  .meta({
    id: "CostShare",
    description: "Part of the eligible cost that the vendor pays",
    examples: [{ share: { kind: "fixed", percent: "50" } }],
  });
/** A share with what it is for. */
export type CostShare = z.infer<typeof CostShareShape>;
