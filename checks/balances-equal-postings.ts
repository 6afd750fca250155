import { sql } from "kysely";
import { type Check, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/** The balance that an account carries is the sum of its postings; only the program's expense carries none. */
export const balancesEqualPostings: Check = {
  name: "balances-equal-postings",
  run: async (tx) => {
    const { rows } = await sql<Found>`
      select 'ledger account ' || a.id || ' (' || a.kind || ')' as subject, a.balance || ' ' || a.currency as found,
             coalesce(sum(p.amount), 0) || ' ' || a.currency as expected
        from ledger_account a left join ledger_posting p on p.account_id = a.id
       where a.balance is not null
       group by a.id having a.balance <> coalesce(sum(p.amount), 0)
      limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
