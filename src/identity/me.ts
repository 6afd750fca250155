import type { z } from "zod";
import { type Ability, type Actor, DomainError, idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { MeWire } from "./identity-contract.ts";
import type { ColourScheme } from "./person.ts";
import { DOING } from "./right-words.ts";
import { permission, type Right } from "./rights.ts";

/** Codes of programs by id. Programs are a later slice, so the composition root hands this in. */
export type ProgramCodes = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What the navigation and the home page ask: is there anything of this kind for me? */
const ABILITIES: Readonly<Record<string, Right>> = {
  viewPrograms: "program.view",
  maintainPrograms: "program.maintain",
  viewFunds: "fund.view",
  adjustFunds: "fund.adjust",
  viewPlans: "plan.view",
  createPlans: "plan.edit",
  reviewPlans: "plan.review",
  viewClaims: "claim.view",
  createClaims: "claim.edit",
  submitClaims: "claim.submit",
  reviewClaims: "claim.review",
  viewPartners: "partner.view",
  viewPeople: "person.view",
  assignRoles: "role.assign",
};

/** What the actor may do somewhere, and why not elsewhere. */
export function abilitiesOf(actor: Actor): Record<string, Ability> {
  return Object.fromEntries(
    Object.entries(ABILITIES).map(([name, right]) => [name, permission(actor, right, DOING[right])]),
  );
}

/** The signed-in person with organisation, roles and abilities. */
export async function showMe(tx: Tx, actor: Actor, programCodes: ProgramCodes): Promise<z.input<typeof MeWire>> {
  const person = await tx
    .selectFrom("person")
    .innerJoin("organisation", "organisation.id", "person.organisation_id")
    .select([
      "person.id",
      "person.name",
      "person.email",
      "person.locale",
      "person.chosen_locale",
      "person.chosen_time_zone",
      "person.colour_scheme",
      "person.muted_mails",
      "person.version",
      "organisation.display_name",
      "organisation.kind",
    ])
    .where("person.id", "=", actor.personId)
    .executeTakeFirst();
  if (!person) throw new DomainError({ code: "not-signed-in", kind: "unauthenticated", message: "Sign in to go on." });
  const codes = await programCodes(tx, present(actor.grants.map((grant) => grant.programId)));
  const locations = await locationNames(tx, present(actor.grants.map((grant) => grant.locationId)));
  return {
    id: idText("person", person.id),
    name: person.name,
    email: person.email,
    locale: person.locale,
    side: person.kind === "vendor" ? "vendor" : "partner",
    organisation: { id: idText("organisation", actor.organisationId), name: person.display_name },
    grants: actor.grants.map(({ role, programId, locationId }) => ({
      role,
      program: programId === null ? null : (codes.get(programId) ?? programId),
      location:
        locationId === null ? null : { id: idText("location", locationId), name: locations.get(locationId) ?? "" },
    })),
    settings: {
      locale: person.chosen_locale,
      timeZone: person.chosen_time_zone,
      colourScheme: person.colour_scheme as ColourScheme, // the database checks the word
      mutedMails: person.muted_mails,
    },
    version: person.version,
    abilities: abilitiesOf(actor),
  };
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

async function locationNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom("location").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
