import { sql } from "kysely";
import { type Check, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * Every entry has transfers; its postings add up to nothing in each currency; each transfer follows an allowed flow and moved
 * lots of exactly its amount.
 */
export const entriesBalance: Check = {
  name: "entries-balance",
  run: async (tx) => {
    const { rows } = await sql<Found>`
      select 'ledger entry ' || e.id as subject, 'no transfer' as found, 'at least one' as expected
        from ledger_entry e where not exists (select from ledger_transfer x where x.entry_id = e.id)
      union all
      select 'ledger entry ' || p.entry_id, sum(p.amount) || ' ' || a.currency, '0 ' || a.currency
        from ledger_posting p join ledger_account a on a.id = p.account_id
       group by p.entry_id, a.currency having sum(p.amount) <> 0
      union all
      select 'transfer ' || x.ordinal || ' of ledger entry ' || x.entry_id, f.kind || ' to ' || t.kind || ' under ' || e.template, 'an allowed flow'
        from ledger_transfer x
        join ledger_entry e on e.id = x.entry_id
        join ledger_account f on f.id = x.from_account_id
        join ledger_account t on t.id = x.to_account_id
       where not exists (select from ledger_flow w where w.template = e.template and w.from_kind = f.kind and w.to_kind = t.kind)
      union all
      select 'transfer ' || x.ordinal || ' of ledger entry ' || x.entry_id, 'lots of ' || coalesce(sum(m.amount), 0), 'lots of ' || x.amount
        from ledger_transfer x
        left join ledger_lot_movement m on m.entry_id = x.entry_id and m.ordinal = x.ordinal
       group by x.entry_id, x.ordinal, x.amount having coalesce(sum(m.amount), 0) <> x.amount
      limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
