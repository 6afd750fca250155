import { z } from "zod";
import { PARTNER_ROLES, VENDOR_ROLES } from "../kernel/index.ts";
import { DateWire, FaceWire, idIn, idWire, TimeWire, textIn, WordsWire } from "../platform/http/index.ts";
import { ENROLLMENT_STATUSES } from "./enrollment.ts";

const ROLE = z.enum([...PARTNER_ROLES, ...VENDOR_ROLES]);
const program = z.object({ code: z.string(), name: z.string() });
const location = z.object({ id: idWire("location"), name: z.string(), partnerId: z.string() });

const RightWire = z
  .object({
    right: z.string(),
    label: z.string().describe("What it lets one do"),
    held: z.boolean(),
    roles: z.array(ROLE).describe("Roles of the own side that bring it"),
  })
  .meta({ id: "RightHere" });

/** Why somebody cannot see or do something in a program at a location, and who can help (rulebook 10, row 1). */
export const WhyNotWire = z
  .object({
    program,
    location: location.nullable().describe("Null when asked about all locations"),
    reasons: z
      .array(
        z.object({
          code: z.enum(["role-missing", "not-invited", "not-enrolled", "not-eligible", "payout-data", "nothing"]),
          text: z.string(),
          words: WordsWire,
        }),
      )
      .describe("What is in the way, the first thing first"),
    rights: z.array(RightWire).describe("Every right of the own side at this program and location"),
    enrollment: z
      .object({
        id: idWire("enrollment"),
        status: z.enum(ENROLLMENT_STATUSES),
        face: FaceWire,
        unmet: z.array(z.object({ code: z.string(), name: z.string() })),
      })
      .nullable()
      .describe("Null where there is none, or where it is outside the own programs and locations"),
    grantors: z
      .array(z.object({ name: z.string(), email: z.string(), role: ROLE }))
      .describe("People of the own organisation who can give rights here"),
    locations: z.array(location).describe("Locations of the own organisation that can be asked about"),
    askedOn: DateWire.nullable().describe("The day on which the person asked for rights here last"),
  })
  .meta({ id: "WhyNot" });

/** GET /programs/{code}/access */
export const WhyNotQuery = z.strictObject({ location: idIn("location").optional() });

/** POST /programs/{code}/access-requests */
export const AskForAccessBody = z
  .strictObject({ location: idIn("location").nullish(), note: textIn(2000).nullish() })
  .meta({ id: "AskForAccess" });
export type AskForAccessBody = z.output<typeof AskForAccessBody>;

/** A request for rights, for who asked and who can give them. */
export const AccessRequestWire = z
  .object({
    id: idWire("accessRequest"),
    person: z.object({ id: idWire("person"), name: z.string(), email: z.string() }),
    program,
    location: location.nullable(),
    rights: z.array(z.object({ right: z.string(), label: z.string(), roles: z.array(ROLE) })),
    note: z.string().nullable(),
    askedAt: TimeWire,
    told: z.number().int().describe("How many people can give these rights"),
  })
  .meta({ id: "AccessRequest" });
