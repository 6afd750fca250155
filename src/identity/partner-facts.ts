import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";

/** The market of a location: its business calendar counts for deadlines. */
export async function marketOf(tx: Tx, locationId: string): Promise<string> {
  const row = await tx.selectFrom("location").select("market").where("id", "=", locationId).executeTakeFirstOrThrow();
  return row.market;
}

/** The names under which a supplier may bill a partner: its legal name, its display name, its locations (rulebook 6.4). */
export async function billingNamesOf(tx: Tx, partnerId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from organisation o cross join unnest(array[o.legal_name, o.display_name]) as name where o.id = ${partnerId}
    union all
    select name from location where partner_id = ${partnerId}`.execute(tx);
  return [...new Set(rows.map((row) => row.name))];
}
