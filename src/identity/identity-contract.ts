import { z } from "zod";
import { PARTNER_ROLES, VENDOR_ROLES } from "../kernel/index.ts";
import { AbilitiesWire, idIn, idWire, listQuery, TimeWire, textIn } from "../platform/http/index.ts";
import { isTimeZone } from "./person.ts";

/** How the program speaks to a person. Null: as the browser says. */
export const SettingsWire = z
  .object({
    locale: z.string().nullable().describe("BCP 47 with its region, such as de-AT: language, dates and numbers"),
    timeZone: z.string().nullable().describe("IANA name, such as Europe/Berlin"),
    colourScheme: z.enum(["auto", "light", "dark"]),
    mutedMails: z.array(z.string()).describe("Types of events about which no mail is wanted"),
  })
  .meta({ id: "Settings" });

const NamedLocation = z.object({ id: idWire("location"), name: z.string() });

/** A role that somebody holds now. */
export const HeldRoleWire = z
  .object({
    id: idWire("grant"),
    role: z.enum([...PARTNER_ROLES, ...VENDOR_ROLES]),
    program: z.object({ code: z.string(), name: z.string() }).nullable().describe("Null means all"),
    location: NamedLocation.nullable().describe("Null means all"),
    since: TimeWire,
    until: TimeWire.nullable(),
  })
  .meta({ id: "HeldRole" });

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
    settings: SettingsWire,
    version: z.number().int(),
    abilities: AbilitiesWire,
  })
  .meta({ id: "Me" });

const LOCALES = ["en-GB", "en-US", "en-IE", "en-AU", "en-CA", "de-DE", "de-AT", "de-CH"] as const;

/** PATCH /me; a field left out stays as it is, null is what the browser says. */
export const EditMeBody = z
  .strictObject({
    name: textIn(200).optional(),
    locale: z.enum(LOCALES).nullable().optional(),
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, { message: "This is no time zone.", params: { code: "unknown-time-zone" } })
      .nullable()
      .optional(),
    colourScheme: z.enum(["auto", "light", "dark"]).optional(),
    mutedMails: z
      .array(z.string().regex(/^[a-z-]+\.[a-z-]+$/))
      .max(100)
      .optional(),
  })
  .meta({ id: "EditMe" });
export type EditMeBody = z.output<typeof EditMeBody>;

/** What one may do, where, and who can give more. */
export const AccessWire = z
  .object({
    roles: z.array(HeldRoleWire),
    rights: z.array(
      z.object({
        right: z.string(),
        label: z.string(),
        held: z.enum(["everywhere", "somewhere", "nowhere"]),
        roles: z.array(z.string()).describe("Roles of this side that carry it"),
      }),
    ),
    grantors: z
      .array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) }))
      .describe("People of the own organisation who give roles"),
  })
  .meta({ id: "Access" });

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
