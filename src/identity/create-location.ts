import { type Command, DomainError, enforce, newUuid, notFound, word } from "../kernel/index.ts";
import { refusedBy, type Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { findOrganisation, insertLocation } from "./identity-store.ts";
import type { Address, Location } from "./person.ts";
import { permission } from "./rights.ts";

/** Facts of a new location. The market is the country unless another is given. */
export interface NewLocation {
  readonly partnerId: string;
  readonly partnerNumber: string;
  readonly name: string;
  readonly address?: Partial<Address>;
  readonly country: string;
  readonly market?: string;
  readonly isHeadquarters?: boolean;
}

const REFUSALS: Readonly<Record<string, { code: string; message: string }>> = {
  location_partner_number_key: {
    code: "partner-number-taken",
    message: "Another location has this PartnerID already.",
  },
  location_one_headquarters: { code: "headquarters-exists", message: "This partner has its headquarters already." },
};

/** Adds a location to a partner. Done by the vendor's administrator or the program itself. */
export async function createLocation(tx: Tx, { actor, now }: Command, input: NewLocation): Promise<Location> {
  const partner = await findOrganisation(tx, input.partnerId);
  if (partner.kind !== "partner") throw notFound("partner");
  enforce(permission(actor, "person.manage", word("add locations")));
  const location: Location = {
    id: newUuid(now),
    partnerId: partner.id,
    partnerNumber: input.partnerNumber,
    name: input.name,
    address: { lines: [], postalCode: null, city: null, region: null, ...input.address },
    country: input.country,
    market: input.market ?? input.country,
    isHeadquarters: input.isHeadquarters ?? false,
    version: 1,
  };
  try {
    await insertLocation(tx, location, { at: now, by: actor.personId });
  } catch (error) {
    throw (
      Object.entries(REFUSALS).flatMap(([constraint, why]) =>
        refusedBy(error, constraint) ? [new DomainError({ ...why, kind: "conflict" })] : [],
      )[0] ?? error
    );
  }
  await events.record(tx, {
    at: now,
    type: "location.created",
    subjectType: "location",
    subjectId: location.id,
    partnerId: partner.id,
    actor,
    payload: { partnerNumber: location.partnerNumber, country: location.country, market: location.market },
  });
  return location;
}
