import { type Selectable, sql } from "kysely";
import { DomainError, notFound, type Role } from "../kernel/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { EditMeBody } from "./identity-contract.ts";
import type { HeldRole, Location, Organisation, Person } from "./person.ts";

/** What every row remembers of its making. */
export interface Made {
  readonly at: Date;
  readonly by: string;
}

/** Writes an organisation. */
export async function insertOrganisation(tx: Tx, organisation: Organisation, made: Made): Promise<void> {
  await tx
    .insertInto("organisation")
    .values({
      id: organisation.id,
      kind: organisation.kind,
      legal_name: organisation.legalName,
      display_name: organisation.displayName,
      country: organisation.country,
      tax_residence: organisation.taxResidence,
      time_zone: organisation.timeZone,
      created_at: made.at,
      created_by: made.by,
    })
    .execute();
}

/** Reads an organisation that the actor may see; 404 otherwise. */
export async function findOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const row = await tx.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("organisation");
  return organisationOf(row);
}

/**
 * The organisation with this display name in any case, for the command line; undefined when there is none.
 * Throws `organisation-name-shared` when several have it: the name does not say which one is meant.
 */
export async function organisationNamed(tx: Tx, name: string): Promise<Organisation | undefined> {
  const rows = await tx
    .selectFrom("organisation")
    .selectAll()
    .where(sql<boolean>`lower(display_name) = lower(${name})`)
    .limit(2)
    .execute();
  const [row] = rows;
  if (rows.length > 1) {
    throw new DomainError({
      code: "organisation-name-shared",
      kind: "conflict",
      message: `More than one organisation is called "${name}". Give one of them another name first.`,
    });
  }
  return row && organisationOf(row);
}

function organisationOf(row: Selectable<DB["organisation"]>): Organisation {
  return {
    id: row.id,
    kind: row.kind === "vendor" ? "vendor" : "partner",
    legalName: row.legal_name,
    displayName: row.display_name,
    country: row.country,
    taxResidence: row.tax_residence,
    timeZone: row.time_zone,
  };
}

/** Writes a location. */
export async function insertLocation(tx: Tx, location: Location, made: Made): Promise<void> {
  await tx
    .insertInto("location")
    .values({
      id: location.id,
      partner_id: location.partnerId,
      partner_number: location.partnerNumber,
      name: location.name,
      address_lines: [...location.address.lines],
      postal_code: location.address.postalCode,
      city: location.address.city,
      region: location.address.region,
      country: location.country,
      market: location.market,
      is_headquarters: location.isHeadquarters,
      version: location.version,
      created_at: made.at,
      created_by: made.by,
    })
    .execute();
}

/** Writes a person. The partner follows from organisation and side. */
export async function insertPerson(tx: Tx, person: Omit<Person, "partnerId">, made: Made): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      id: person.id,
      organisation_id: person.organisationId,
      side: person.side,
      name: person.name,
      email: person.email,
      state: person.state,
      locale: person.locale,
      created_at: made.at,
      created_by: made.by,
    })
    .execute();
}

/** Reads a person under lock; 404 for one outside what the actor may see. */
export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const row = await tx.selectFrom("person").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound("person");
  return personOf(row);
}

/** A person as the rules read it. */
export function personOf(row: Pick<Selectable<DB["person"]>, PersonColumn>): Person {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    side: row.side === "vendor" ? "vendor" : "partner",
    partnerId: row.partner_id,
    name: row.name,
    email: row.email,
    state: row.state === "suspended" ? "suspended" : "active",
    locale: row.locale,
  };
}

type PersonColumn = "id" | "organisation_id" | "side" | "partner_id" | "name" | "email" | "state" | "locale";

/** The version of a person's row; the row is locked by then. */
export async function versionOfPerson(tx: Tx, id: string): Promise<number> {
  const row = await tx.selectFrom("person").select("version").where("id", "=", id).executeTakeFirstOrThrow();
  return row.version;
}

/** Sets whether a person may sign in. */
export async function updatePersonState(tx: Tx, id: string, state: Person["state"]): Promise<void> {
  await tx.updateTable("person").set({ state, version: sql<number>`version + 1` }).where("id", "=", id).execute();
}

/** Sets what a person chose about himself. Fields left out stay as they are. */
export async function updatePersonSettings(tx: Tx, id: string, change: EditMeBody): Promise<void> {
  const { name, locale, timeZone, colourScheme, mutedMails } = change;
  await tx
    .updateTable("person")
    .set({
      version: sql<number>`version + 1`,
      ...(name === undefined ? {} : { name }),
      ...(locale === undefined ? {} : { chosen_locale: locale }),
      ...(timeZone === undefined ? {} : { chosen_time_zone: timeZone }),
      ...(colourScheme === undefined ? {} : { colour_scheme: colourScheme }),
      ...(mutedMails === undefined ? {} : { muted_mails: mutedMails }),
    })
    .where("id", "=", id)
    .execute();
}

/** Writes a grant for a person. */
export async function insertGrant(tx: Tx, person: Person, grant: HeldRole, grantedBy: string): Promise<void> {
  await tx
    .insertInto("role_grant")
    .values({
      id: grant.id,
      person_id: person.id,
      organisation_id: person.organisationId,
      side: person.side,
      role: grant.role,
      program_id: grant.programId,
      location_id: grant.locationId,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
      granted_by: grantedBy,
    })
    .execute();
}

/** Reads a grant under lock; 404 for one outside what the actor may see. */
export async function lockGrant(tx: Tx, id: string): Promise<HeldRole> {
  const row = await tx.selectFrom("role_grant").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound("role");
  return {
    id: row.id,
    personId: row.person_id,
    partnerId: row.partner_id,
    // Sound: the table checks that only these words stand in it.
    role: row.role as Role,
    programId: row.program_id,
    locationId: row.location_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** Ends a grant at the given moment. */
export async function endGrant(tx: Tx, id: string, at: Date, revokedBy: string): Promise<void> {
  await tx.updateTable("role_grant").set({ valid_to: at, revoked_by: revokedBy }).where("id", "=", id).execute();
}
