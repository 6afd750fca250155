import type { Tx } from "../platform/database/index.ts";

/** The market of a location: its business calendar counts for deadlines. */
export async function marketOf(tx: Tx, locationId: string): Promise<string> {
  const row = await tx.selectFrom("location").select("market").where("id", "=", locationId).executeTakeFirstOrThrow();
  return row.market;
}

/** The names under which a supplier may bill a partner: its legal name, its display name, its locations (rulebook 6.4). */
export async function billingNamesOf(tx: Tx, partnerId: string): Promise<string[]> {
  const organisation = await tx
    .selectFrom("organisation")
    .select(["legal_name", "display_name"])
    .where("id", "=", partnerId)
    .executeTakeFirst();
  const locations = await tx.selectFrom("location").select("name").where("partner_id", "=", partnerId).execute();
  return [
    ...new Set(
      [organisation?.legal_name, organisation?.display_name, ...locations.map((row) => row.name)].filter(
        (name) => name !== undefined,
      ),
    ),
  ];
}
