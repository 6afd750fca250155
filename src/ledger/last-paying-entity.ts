import type { Tx } from "../platform/database/index.ts";

/** The paying entity of the money that came into a fund last; undefined while nothing has. */
export async function lastPayingEntity(tx: Tx, fundId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("ledger_lot")
    .innerJoin("ledger_entry", "ledger_entry.id", "ledger_lot.entry_id")
    .select("ledger_lot.paying_entity")
    .where("ledger_entry.fund_id", "=", fundId)
    .orderBy("ledger_entry.position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.paying_entity;
}
