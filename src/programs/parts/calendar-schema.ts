import { z } from "zod";
import { IsoDay, Label, MarketCode } from "../edition-values.ts";

const EditedDay = z.strictObject({
  on: IsoDay,
  name: Label.describe("What the day is, for people"),
  market: MarketCode.optional().describe("Only in this market; without it, in all"),
});

/** Which days are business days for this program: the market's public holidays, and what the vendor changes about them. */
export const CalendarShape = z
  .strictObject({
    market: MarketCode.optional().describe("Market whose holidays count where no market of a location is known"),
    withoutTable: z
      .enum(["weekends-only", "program-market"])
      .optional()
      .describe(
        "What counts in a market without a holiday table: weekends only (also when unsaid), or this market's days",
      ),
    extraHolidays: z.array(EditedDay).optional().describe("Days that are free although no table says so"),
    workingDays: z.array(EditedDay).optional().describe("Public holidays on which work is done all the same"),
  })
  .meta({
    id: "ProgramCalendar",
    description: "Business days of the program",
    examples: [{ market: "US", extraHolidays: [{ on: "2026-12-24", name: "Shutdown" }] }],
  });
/** Which days are business days for this program. */
export type ProgramCalendar = z.infer<typeof CalendarShape>;
