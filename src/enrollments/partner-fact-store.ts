import { type Selectable, sql } from "kysely";
import { type Command, type IsoDate, newUuid } from "../kernel/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";

/** Something known of a partner or of one of its locations. */
export interface PartnerFact {
  readonly id: string;
  readonly partnerId: string;
  /** Null when it is so of the whole organisation. */
  readonly locationId: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly source: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Writes a fact; the rows before it stay and say what was known until then. */
export async function insertFact(
  tx: Tx,
  { actor, now }: Command,
  fact: Omit<PartnerFact, "id" | "recordedAt" | "recordedBy">,
): Promise<PartnerFact> {
  const id = newUuid(now);
  await tx
    .insertInto("partner_fact")
    .values({
      id,
      partner_id: fact.partnerId,
      location_id: fact.locationId,
      code: fact.code,
      value: fact.value,
      valid_from: fact.validFrom,
      valid_to: fact.validTo,
      source: fact.source,
      recorded_at: now,
      recorded_by: actor.personId,
    })
    .execute();
  return { ...fact, id, recordedAt: now, recordedBy: actor.personId };
}

/** A location and the partner it belongs to. */
export interface LocationOf {
  readonly id: string;
  readonly partnerId: string;
}

/** What counts now of each location, by its id: for each code the row recorded last, the location's own before its organisation's. */
export async function factsInForce(
  tx: Tx,
  locations: readonly LocationOf[],
): Promise<ReadonlyMap<string, readonly PartnerFact[]>> {
  if (locations.length === 0) return new Map();
  const rows = await tx
    .selectFrom("partner_fact")
    .selectAll()
    .where("partner_id", "in", [...new Set(locations.map(({ partnerId }) => partnerId))])
    .where((eb) =>
      eb.or([
        eb("location_id", "is", null),
        eb(
          "location_id",
          "in",
          locations.map(({ id }) => id),
        ),
      ]),
    )
    .distinctOn(["partner_id", "location_id", "code"])
    .orderBy("partner_id")
    .orderBy(sql`location_id nulls last`)
    .orderBy("code")
    .orderBy("recorded_at", "desc")
    .orderBy("ordinal", "desc")
    .execute();
  const facts = rows.map(toFact);
  const isOf = (fact: PartnerFact, { id, partnerId }: LocationOf): boolean =>
    fact.partnerId === partnerId && (fact.locationId === null || fact.locationId === id);
  return new Map(locations.map((location) => [location.id, facts.filter((fact) => isOf(fact, location))]));
}

/** Everything that was ever recorded of a location and its organisation, the newest first. */
export async function allFacts(tx: Tx, partnerId: string, locationId: string): Promise<readonly PartnerFact[]> {
  const rows = await tx
    .selectFrom("partner_fact")
    .selectAll()
    .where("partner_id", "=", partnerId)
    .where((eb) => eb.or([eb("location_id", "is", null), eb("location_id", "=", locationId)]))
    .orderBy("recorded_at", "desc")
    .orderBy("ordinal", "desc")
    .limit(1000)
    .execute();
  return rows.map(toFact);
}

function toFact(row: Selectable<DB["partner_fact"]>): PartnerFact {
  return {
    id: row.id,
    partnerId: row.partner_id,
    locationId: row.location_id,
    code: row.code,
    value: row.value,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}
