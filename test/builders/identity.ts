import {
  createLocation,
  createOrganisation,
  createPerson,
  grantRole,
  hashPassword,
  type Location,
  type NewLocation,
  type NewOrganisation,
  type NewPerson,
  type Organisation,
  type Person,
} from "../../src/identity/index.ts";
import { type Actor, newUuid, type Role, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";

/** The moment the people of tests were made. */
export const MADE_AT = new Date("2026-07-01T08:00:00Z");

const command = { actor: SYSTEM_ACTOR, now: MADE_AT };

/** The password of people made with `password: true`. */
export const TEST_PASSWORD = "a-long-test-password";
let hash: Promise<string> | undefined;

/** The vendor of this database. One per database. */
export function buildVendor(db: Db): Promise<Organisation> {
  const vendor = {
    kind: "vendor",
    legalName: "Vendor Corp.",
    displayName: "Vendor",
    country: "US",
    taxResidence: "US",
    timeZone: "America/Los_Angeles",
  } as const;
  return inTransaction(db, SYSTEM_ACTOR, (tx) => createOrganisation(tx, command, vendor));
}

/** A partner with its locations; one in Leeds unless others are named. */
export async function buildPartner(
  db: Db,
  overrides: Partial<NewOrganisation> & { readonly locations?: readonly Partial<NewLocation>[] } = {},
): Promise<{ partner: Organisation; locations: readonly [Location, ...Location[]] }> {
  const { locations = [{}], ...facts } = overrides;
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const partner = await createOrganisation(tx, command, {
      kind: "partner",
      legalName: "Ann Partner Ltd",
      country: "GB",
      taxResidence: "GB",
      timeZone: "Europe/London",
      ...facts,
    });
    const made: Location[] = [];
    for (const location of locations) {
      const partnerNumber = newUuid(MADE_AT).slice(-12);
      made.push(
        await createLocation(tx, command, {
          partnerId: partner.id,
          partnerNumber,
          name: "Leeds",
          country: "GB",
          ...location,
        }),
      );
    }
    return { partner, locations: made as [Location, ...Location[]] };
  });
}

/** A role in the short form of tests: for everything, or for a program and a location. */
export type TestRole = Role | { readonly role: Role; readonly programId?: string; readonly locationId?: string };

/** A person of an organisation with roles, and the actor he is when signed in. */
export async function buildPerson(
  db: Db,
  organisation: Organisation,
  options: Partial<Omit<NewPerson, "organisationId" | "password">> & {
    readonly roles?: readonly TestRole[];
    readonly password?: true;
  } = {},
): Promise<{ person: Person; actor: Actor }> {
  const { roles = [], password, ...facts } = options;
  hash ??= hashPassword(TEST_PASSWORD);
  const credentials = password ? { passwordHash: await hash } : {};
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const email = `person-${newUuid(MADE_AT).slice(-12)}@example.com`;
    const person = await createPerson(tx, command, {
      organisationId: organisation.id,
      name: "Kim",
      email,
      ...facts,
      ...credentials,
    });
    const grants = [];
    for (const given of roles) {
      const grant = typeof given === "string" ? { role: given } : given;
      const { role, programId, locationId } = await grantRole(tx, command, { personId: person.id, ...grant });
      grants.push({ role, programId, locationId });
    }
    return { person, actor: { side: person.side, personId: person.id, organisationId: organisation.id, grants } };
  });
}

/** The id of the first role that was given to somebody. */
export async function roleOf(db: Db, { personId }: Actor): Promise<string> {
  const { id } = await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    tx.selectFrom("role_grant").select("id").where("person_id", "=", personId).orderBy("id").executeTakeFirstOrThrow(),
  );
  return id;
}
