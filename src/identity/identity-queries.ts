import { sql } from "kysely";
import type { z } from "zod";
import { type Actor, idText, notFound, SYSTEM_ACTOR } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import type { LocationQuery, LocationWire, PartnerQuery, PartnerWire } from "./identity-contract.ts";
import type { Location } from "./person.ts";
import { scopesOf } from "./rights.ts";
import { inScopes } from "./scope-filter.ts";

type PartnerOut = z.input<typeof PartnerWire>;
type LocationOut = z.input<typeof LocationWire>;

/** A LIKE pattern that finds the text anywhere, taken literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function partnersInSight(tx: Tx) {
  return tx
    .selectFrom("organisation")
    .select(["id", "display_name", "legal_name", "country", "tax_residence", "time_zone", "version"])
    .where("kind", "=", "partner");
}

type PartnerRow = Awaited<ReturnType<ReturnType<typeof partnersInSight>["executeTakeFirstOrThrow"]>>;

function partnerOut(row: PartnerRow): PartnerOut {
  return {
    id: idText("organisation", row.id),
    name: row.display_name,
    legalName: row.legal_name,
    country: row.country,
    taxResidence: row.tax_residence,
    timeZone: row.time_zone,
    version: row.version,
  };
}

/** The partners in sight: all for the vendor, the own organisation for a partner. */
export async function listPartners(tx: Tx, list: z.output<typeof PartnerQuery>): Promise<Page<PartnerOut>> {
  let query = partnersInSight(tx);
  if (list.q !== undefined) query = query.where("display_name", "ilike", containing(list.q));
  const found = await page(query, {
    sorts: { name: { by: sql`lower(display_name)`, type: "text" } },
    defaultSort: "name",
    idRef: sql`id`,
    list,
  });
  return { items: found.items.map(partnerOut), nextCursor: found.nextCursor };
}

/** One partner; 404 outside what the actor sees. */
export async function showPartner(tx: Tx, id: string): Promise<PartnerOut> {
  const row = await partnersInSight(tx).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("partner");
  return partnerOut(row);
}

function locationsInSight(tx: Tx, actor: Actor) {
  return tx
    .selectFrom("location")
    .innerJoin("organisation", "organisation.id", "location.partner_id")
    .select([
      "location.id",
      "location.partner_id",
      "location.partner_number",
      "location.name",
      "location.address_lines",
      "location.postal_code",
      "location.city",
      "location.region",
      "location.country",
      "location.market",
      "location.is_headquarters",
      "location.version",
      "organisation.display_name as partner_name",
    ])
    .where(inScopes(scopesOf(actor, "partner.view"), { location: sql`location.id` }));
}

type LocationRow = Awaited<ReturnType<ReturnType<typeof locationsInSight>["executeTakeFirstOrThrow"]>>;

function locationOf(row: LocationRow): Location {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerNumber: row.partner_number,
    name: row.name,
    address: { lines: row.address_lines, postalCode: row.postal_code, city: row.city, region: row.region },
    country: row.country,
    market: row.market,
    isHeadquarters: row.is_headquarters,
    version: row.version,
  };
}

function locationOut(row: LocationRow): LocationOut {
  const { id, partnerId, partnerNumber, address, ...rest } = locationOf(row);
  return {
    ...rest,
    id: idText("location", id),
    partnerId: partnerNumber,
    partner: { id: idText("organisation", partnerId), name: row.partner_name },
    address: { ...address, lines: [...address.lines] },
  };
}

/** The locations in the actor's scope. */
export async function listLocations(
  tx: Tx,
  actor: Actor,
  list: z.output<typeof LocationQuery>,
): Promise<Page<LocationOut>> {
  let query = locationsInSight(tx, actor);
  const { q, partner } = list;
  if (partner !== undefined) query = query.where("location.partner_id", "=", partner);
  if (q !== undefined) {
    query = query.where((where) =>
      where.or([
        where("location.name", "ilike", containing(q)),
        where("location.partner_number", "ilike", containing(q)),
      ]),
    );
  }
  const found = await page(query, {
    sorts: {
      name: { by: sql`lower(location.name)`, type: "text" },
      partnerId: { by: sql`location.partner_number`, type: "text" },
    },
    defaultSort: "name",
    idRef: sql`location.id`,
    list,
  });
  return { items: found.items.map(locationOut), nextCursor: found.nextCursor };
}

/** One location; 404 outside the actor's scope. */
export async function showLocation(tx: Tx, actor: Actor, id: string): Promise<LocationOut> {
  const row = await locationsInSight(tx, actor).where("location.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("location");
  return locationOut(row);
}

/** A location for a command of a later slice; 404 outside the actor's scope. */
export async function loadLocation(tx: Tx, actor: Actor, id: string): Promise<Location> {
  const row = await locationsInSight(tx, actor).where("location.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("location");
  return locationOf(row);
}

/** The location of a partner with this PartnerID, for the command line; undefined when there is none in the actor's scope. */
export async function locationByNumber(
  tx: Tx,
  actor: Actor,
  of: { readonly partnerId: string; readonly partnerNumber: string },
): Promise<Location | undefined> {
  const row = await locationsInSight(tx, actor)
    .where("location.partner_id", "=", of.partnerId)
    .where("location.partner_number", "=", of.partnerNumber)
    .executeTakeFirst();
  return row && locationOf(row);
}

/**
 * Names of people for histories, by id. A partner learns the names of its own people and of the vendor's (a history says
 * who decided), never those of another partner: they stay out of the map.
 */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, person_display_name(id) as name from unnest(${[...new Set(ids)]}::uuid[]) as id`.execute(tx);
  for (const { id, name } of rows) if (name !== null) names.set(id, name);
  if (ids.includes(SYSTEM_ACTOR.personId)) names.set(SYSTEM_ACTOR.personId, "Fundproof");
  return names;
}
