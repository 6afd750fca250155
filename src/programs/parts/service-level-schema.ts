import { z } from "zod";

/** A promise of time. */
export const ServiceLevel = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("business"), days: z.int().min(0).max(366) }),
    z.strictObject({ kind: z.literal("calendar"), days: z.int().min(0).max(366) }),
    z.strictObject({ kind: z.literal("hours"), hours: z.int().min(0).max(8784) }),
    z.strictObject({ kind: z.literal("end-of-next-month") }),
  ])
  .meta({
    id: "ServiceLevel",
    description: "Business days in the market's calendar, calendar days, hours, or the end of the month after",
  });
/** A promise of time. */
export type ServiceLevel = z.infer<typeof ServiceLevel>;
