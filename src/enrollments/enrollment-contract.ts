import { z } from "zod";
import { DateWire, FaceWire, idIn, idWire, listOf, listQuery, TimeWire } from "../platform/http/index.ts";
import { ENROLLMENT_STATUSES } from "./enrollment.ts";

/** A location's part in a program for one program year. */
export const EnrollmentResource = z
  .object({
    id: idWire("enrollment"),
    program: z.string().describe("Code of the program"),
    programName: z.string(),
    programYear: z.string().describe("Such as FY27"),
    location: z.object({
      id: idWire("location"),
      name: z.string(),
      partnerId: z.string().describe("PartnerID of the location"),
    }),
    partner: z.object({ id: idWire("organisation"), name: z.string() }),
    status: z.enum(ENROLLMENT_STATUSES),
    face: FaceWire.describe("How the status looks to the reader"),
    payoutReady: z.boolean().describe("Payout and tax data are complete, so that claims may be made"),
    acceptedAt: TimeWire.nullable(),
    earningsStartOn: DateWire.nullable(),
    expiresOn: DateWire.describe("Last day of the program year"),
    partnerType: z.string().nullable().describe("What the partner is in this program, by the edition's codes"),
    partnerTier: z.string().nullable(),
    standing: z.array(z.string()).describe("Codes of the edition's standing that hold now"),
    version: z.number().int(),
  })
  .meta({ id: "Enrollment" });

/** PATCH /enrollments/{id}; a field left out stays as it is, null clears it. */
export const PartnerFactsBody = z
  .strictObject({
    partnerType: z.string().min(1).max(80).nullable().optional(),
    partnerTier: z.string().min(1).max(80).nullable().optional(),
    standing: z.array(z.string().max(80)).max(50).optional(),
  })
  .meta({ id: "PartnerFacts", description: "What a partner is in a program, by the codes of its edition" });

/** A page of enrollments. */
export const EnrollmentList = listOf(EnrollmentResource);

/** Filters and sorts of the list. */
export const EnrollmentQuery = listQuery(["expiresOn", "location"], {
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
  status: z.enum(ENROLLMENT_STATUSES).optional(),
});
