import { z } from "zod";
import { SPAN_UNITS } from "../edition-values.ts";

/** Ends of periods that a date may be counted from. */
export const ANCHORS = [
  "earning-start",
  "earning-end",
  "usage-start",
  "usage-end",
  "claim-start",
  "claim-end",
] as const;
/** An end of a period that a date may be counted from. */
export type Anchor = (typeof ANCHORS)[number];

/** A date as a distance from the end of a period. */
export const PointShape = z
  .strictObject({
    from: z.enum(ANCHORS).describe("The day that is counted from"),
    count: z.int().min(-1100).max(1100).describe("How many; below 0 is before"),
    unit: z.enum(SPAN_UNITS),
    endOfMonth: z.boolean().optional().describe("Then on to the last day of that month"),
  })
  .meta({ id: "WindowPoint", description: "Date as a distance from the end of a period" });
/** A date as a distance from the end of a period. */
export type Point = z.infer<typeof PointShape>;

/** How long the periods are in which money is earned. */
export const PERIOD_LENGTHS = ["year", "half-year", "quarter", "month"] as const;

/**
 * How the dates of all windows follow from the program year. The dates are worked out when the document is imported and
 * stored beside the rule; what judges is the stored dates (decisions 0008, 0032).
 */
export const WindowRuleShape = z
  .strictObject({
    earning: z.enum(PERIOD_LENGTHS).describe("Length of the periods in which money is earned or given"),
    usageStarts: PointShape,
    usageEnds: PointShape,
    claimOpens: PointShape,
    claimCloses: PointShape,
    proofDue: PointShape,
  })
  .meta({
    id: "WindowRule",
    description: "How the dates of all windows follow from the program year",
    examples: [
      {
        earning: "half-year",
        usageStarts: { from: "earning-end", count: 1, unit: "days" },
        usageEnds: { from: "earning-end", count: 6, unit: "months", endOfMonth: true },
        claimOpens: { from: "usage-start", count: 46, unit: "days" },
        claimCloses: { from: "usage-end", count: 45, unit: "days" },
        proofDue: { from: "claim-end", count: 1, unit: "months", endOfMonth: true },
      },
    ],
  });
/** How the dates of all windows follow from the program year. */
export type WindowRule = z.infer<typeof WindowRuleShape>;
