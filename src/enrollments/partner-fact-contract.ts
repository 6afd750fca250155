import { z } from "zod";
import { DateWire, idWire, TimeWire, textIn } from "../platform/http/index.ts";

/** Something known of a location or of its organisation. */
export const PartnerFactWire = z
  .object({
    id: idWire("partnerFact"),
    code: z.string(),
    value: z.string().nullable().describe("A version, a number, a code; null where holding it is all there is to say"),
    validFrom: DateWire,
    validTo: DateWire.nullable(),
    of: z.enum(["location", "organisation"]).describe("Whether it is so of the location alone"),
    source: z.string().describe("Where it is known from"),
    recordedAt: TimeWire,
    recordedBy: z.string().nullable().describe("Name, where the reader may know it"),
    current: z.boolean().describe("False for what a later row of the same code replaced"),
  })
  .meta({ id: "PartnerFact" });

/** GET /locations/{id}/facts: what counts now first, then what was known before, newest first. */
export const PartnerFactList = z.object({ items: z.array(PartnerFactWire) }).meta({ id: "PartnerFactList" });

/** POST /locations/{id}/facts. A later row of the same code replaces an earlier one; to end a fact, give it an end. */
export const RecordFactBody = z
  .strictObject({
    code: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A code in lower case with hyphens, such as partner-agreement."),
    value: textIn(200).nullish(),
    validFrom: DateWire,
    validTo: DateWire.nullish(),
    of: z.enum(["location", "organisation"]).default("location"),
    source: textIn(400),
  })
  .meta({ id: "RecordFact" });
export type RecordFactBody = z.output<typeof RecordFactBody>;
