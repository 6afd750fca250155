import {
  createLocation,
  createOrganisation,
  createPerson,
  grantRole,
  type Location,
  type Organisation,
} from "../identity/index.ts";
import { type Actor, type Command, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Program } from "../programs/index.ts";
import { LOCATIONS, type LocationKey } from "./demo-locations.ts";
import { PARTNERS, type PartnerKey, VENDOR } from "./demo-partners.ts";
import { PEOPLE, type PersonKey } from "./demo-people.ts";

/** Organisations, locations and people of the demo once they exist, by the keys of the stories. */
export interface DemoCast {
  readonly vendor: Organisation;
  readonly partners: Readonly<Record<PartnerKey, Organisation>>;
  readonly locations: Readonly<Record<LocationKey, Location>>;
  readonly actors: Readonly<Record<PersonKey, Actor>>;
}

/** Makes the vendor, the partners with their locations, and the people with their roles. */
export async function makePeople(
  tx: Tx,
  now: Date,
  { coop, passwordHash }: { coop: Program; passwordHash: string },
): Promise<DemoCast> {
  // A minute between two of them, so that "the first partner" is the first in every order.
  let minutes = 0;
  const next = (): Command => {
    minutes += 1;
    return { actor: SYSTEM_ACTOR, now: new Date(now.getTime() + minutes * 60_000) };
  };
  const vendor = await createOrganisation(tx, next(), VENDOR);
  const partners = await eachOf(PARTNERS, (facts) => createOrganisation(tx, next(), facts));
  const locations = await eachOf(LOCATIONS, ({ partner, place }) =>
    createLocation(tx, next(), { ...place, partnerId: partners[partner].id }),
  );
  const actors = await eachOf(PEOPLE, async (facts): Promise<Actor> => {
    const command = next();
    const organisation = facts.at === "vendor" ? vendor : partners[facts.at];
    const person = await createPerson(tx, command, {
      organisationId: organisation.id,
      name: facts.name,
      email: facts.email,
      ...(facts.locale === undefined ? {} : { locale: facts.locale }),
      ...(facts.signsIn ? { passwordHash } : {}),
    });
    const scope = facts.only === undefined ? {} : { programId: coop.id, locationId: locations[facts.only].id };
    const { role, programId, locationId } = await grantRole(tx, command, {
      personId: person.id,
      role: facts.role,
      ...scope,
    });
    const grants = [{ role, programId, locationId }];
    return { side: person.side, personId: person.id, organisationId: organisation.id, grants };
  });
  return { vendor, partners, locations, actors };
}

/** One after the other, so that ids stand in the order of the list. */
async function eachOf<K extends string, V, R>(
  record: Readonly<Record<K, V>>,
  make: (value: V) => Promise<R>,
): Promise<Record<K, R>> {
  const made: [string, R][] = [];
  for (const [key, value] of Object.entries<V>(record)) made.push([key, await make(value)]);
  return Object.fromEntries(made) as Record<K, R>;
}
