import { z } from "zod";
import { PARTNER_ROLES, VENDOR_ROLES } from "../kernel/index.ts";
import { AbilitiesWire, idIn, idWire, listQuery } from "../platform/http/index.ts";

const NamedLocation = z.object({ id: idWire("location"), name: z.string() });

/** The signed-in person, as `/me` tells it. */
export const MeWire = z
  .object({
    id: idWire("person"),
    name: z.string(),
    email: z.string(),
    locale: z.string().describe("BCP 47, such as en-GB"),
    side: z.enum(["vendor", "partner"]),
    organisation: z.object({ id: idWire("organisation"), name: z.string() }),
    grants: z.array(
      z.object({
        role: z.enum([...PARTNER_ROLES, ...VENDOR_ROLES]),
        program: z.string().nullable().describe("Code of the program; null means all"),
        location: NamedLocation.nullable().describe("Null means all locations"),
      }),
    ),
    abilities: AbilitiesWire,
  })
  .meta({ id: "Me" });

/** A partner organisation. */
export const PartnerWire = z
  .object({
    id: idWire("organisation"),
    name: z.string(),
    legalName: z.string(),
    country: z.string(),
    taxResidence: z.string(),
    timeZone: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Partner" });

/** A location of a partner. */
export const LocationWire = z
  .object({
    id: idWire("location"),
    name: z.string(),
    partnerId: z.string().describe("The PartnerID people know the location by"),
    partner: z.object({ id: idWire("organisation"), name: z.string() }),
    address: z.object({
      lines: z.array(z.string()),
      postalCode: z.string().nullable(),
      city: z.string().nullable(),
      region: z.string().nullable(),
    }),
    country: z.string(),
    market: z.string(),
    isHeadquarters: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: "Location" });

const search = z.string().max(200).optional();

/** Filters of `/partners`: `q` is a part of the name. */
export const PartnerQuery = listQuery(["name"], { q: search });

/** Filters of `/locations`: `q` is a part of the name or of the PartnerID, `partner` an organisation's id. */
export const LocationQuery = listQuery(["name", "partnerId"], { q: search, partner: idIn("organisation").optional() });
