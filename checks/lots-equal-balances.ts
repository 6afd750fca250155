import { sql } from "kysely";
import { type Check, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * The lots that stand on an account add up to its balance, and what is left of each lot there is what moved in less what
 * moved out. So each amount that is paid knows its paying entity.
 */
export const lotsEqualBalances: Check = {
  name: "lots-equal-balances",
  run: async (tx) => {
    const { rows } = await sql<Found>`
      select 'ledger account ' || a.id || ' (' || a.kind || ')' as subject, 'lots of ' || coalesce(sum(p.amount), 0) as found,
             'lots of ' || a.balance as expected
        from ledger_account a left join ledger_lot_position p on p.account_id = a.id
       where a.balance is not null
       group by a.id having coalesce(sum(p.amount), 0) <> a.balance
      union all
      select 'lot ' || coalesce(p.lot_id, m.lot_id) || ' on ledger account ' || coalesce(p.account_id, m.account_id),
             coalesce(p.amount, 0)::text, coalesce(m.amount, 0)::text
        from ledger_lot_position p
        full join (
          select v.lot_id, s.account_id, sum(case when s.amount < 0 then -v.amount else v.amount end) as amount
            from ledger_lot_movement v
            join ledger_posting s on s.entry_id = v.entry_id and s.ordinal = v.ordinal
            join ledger_account a on a.id = s.account_id and a.balance is not null
           group by v.lot_id, s.account_id
        ) m on m.lot_id = p.lot_id and m.account_id = p.account_id
       where coalesce(p.amount, 0) <> coalesce(m.amount, 0)
      limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
