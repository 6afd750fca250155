import { z } from "zod";
import { PARTNER_ROLES, VENDOR_ROLES } from "../kernel/index.ts";
import { AbilitiesWire, idIn, idWire, listQuery } from "../platform/http/index.ts";
import { HeldRoleWire } from "./identity-contract.ts";

const ROLE = z.enum([...PARTNER_ROLES, ...VENDOR_ROLES]);

/** A person with the roles held now. */
export const PersonWire = z
  .object({
    id: idWire("person"),
    name: z.string(),
    email: z.string(),
    side: z.enum(["vendor", "partner"]),
    organisation: z.object({ id: idWire("organisation"), name: z.string() }),
    state: z.enum(["active", "suspended"]),
    roles: z.array(HeldRoleWire.extend({ abilities: AbilitiesWire })),
    assignable: z.array(ROLE).describe("Roles that the signed-in person may give to this one, somewhere"),
    abilities: AbilitiesWire,
  })
  .meta({ id: "Person" });

/** Filters of `/people`: `q` is a part of name or e-mail, `organisation` an id. */
export const PeopleQuery = listQuery(["name", "organisation"], {
  q: z.string().max(200).optional(),
  organisation: idIn("organisation").optional(),
  side: z.enum(["vendor", "partner"]).optional(),
});

/** POST /people/{id}/roles: null for all programs, for all locations. */
export const GrantRoleBody = z
  .strictObject({
    role: ROLE,
    program: z.string().max(100).nullish().describe("Code of a program; left out or null for all"),
    location: idIn("location").nullish().describe("Left out or null for all locations"),
  })
  .meta({ id: "GrantRole" });
