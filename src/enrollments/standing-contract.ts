import { z } from "zod";
import { AbilitiesWire, FaceWire, idIn, idWire, listOf, listQuery } from "../platform/http/index.ts";
import { ENROLLMENT_STATUSES } from "./enrollment.ts";
import { RequirementTreeWire } from "./requirement-contract.ts";

/** How a location stands to a program in its present year: taking part, invited, or what is in the way. */
export const StandingWire = z
  .object({
    id: idWire("location").describe("The location's id: a row is a location"),
    location: z.object({
      id: idWire("location"),
      name: z.string(),
      partnerId: z.string().describe("PartnerID of the location"),
      country: z.string(),
    }),
    partner: z.object({ id: idWire("organisation"), name: z.string() }),
    enrollment: z
      .object({ id: idWire("enrollment"), status: z.enum(ENROLLMENT_STATUSES), face: FaceWire })
      .nullable()
      .describe("Null while there is none for the present program year"),
    eligibility: z
      .enum(["met", "unmet", "unknown", "not-asked"])
      .describe("Whether the requirements are met; not-asked where the program has none"),
    unmet: z.array(z.object({ code: z.string(), name: z.string() })),
    requirements: RequirementTreeWire.nullable().describe("With include=requirements; null where there are none"),
    hasAdmin: z.boolean().describe("Whether anybody at the partner can answer an invitation"),
    abilities: AbilitiesWire.describe("`join` for partners, `invite` for the vendor"),
  })
  .meta({ id: "Standing" });

/** A page of standings. */
export const StandingList = listOf(StandingWire).meta({ id: "StandingList" });

/** GET /programs/{code}/standings */
export const StandingQuery = listQuery(["location", "partner"], {
  q: z.string().max(200).optional().describe("Part of the location's or partner's name, or of the PartnerID"),
  location: idIn("location").optional(),
  partner: idIn("organisation").optional(),
  standing: z
    .enum(["none", ...ENROLLMENT_STATUSES])
    .optional()
    .describe("Only those with an enrollment in this status; none for those without one"),
  include: z.literal("requirements").optional(),
});
export type StandingQuery = z.output<typeof StandingQuery>;
