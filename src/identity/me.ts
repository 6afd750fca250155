import type { z } from "zod";
import { type Ability, type Actor, DomainError, idText, word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { MeWire } from "./identity-contract.ts";
import { permission, type Right } from "./rights.ts";

/** Codes of programs by id. Programs are a later slice, so the composition root hands this in. */
export type ProgramCodes = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What the navigation and the home page ask: is there anything of this kind for me? */
const ABILITIES: Readonly<Record<string, readonly [Right, string]>> = {
  viewPrograms: ["program.view", word("see programs")],
  maintainPrograms: ["program.maintain", word("maintain programs")],
  viewFunds: ["fund.view", word("see funds")],
  adjustFunds: ["fund.adjust", word("adjust funds")],
  viewPlans: ["plan.view", word("see plans")],
  createPlans: ["plan.edit", word("create plans")],
  reviewPlans: ["plan.review", word("review plans")],
  viewClaims: ["claim.view", word("see claims")],
  createClaims: ["claim.edit", word("create claims")],
  submitClaims: ["claim.submit", word("submit claims")],
  reviewClaims: ["claim.review", word("review claims")],
  viewPartners: ["partner.view", word("see partners and locations")],
  viewPeople: ["person.view", word("see who has which role")],
  assignRoles: ["role.assign", word("give roles")],
};

/** What the actor may do somewhere, and why not elsewhere. */
export function abilitiesOf(actor: Actor): Record<string, Ability> {
  return Object.fromEntries(
    Object.entries(ABILITIES).map(([name, [right, doing]]) => [name, permission(actor, right, doing)]),
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
