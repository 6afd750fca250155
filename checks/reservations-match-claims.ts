import { sql } from "kysely";
import { type Asking, type Check, type Discrepancy, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * What is reserved for a claim is what it asked for at its last submission while it waits for a decision, and nothing
 * otherwise; what is owed for it is what was approved (rulebook 5.4). A claim under a plan that is paid ahead reserves
 * nothing and is owed nothing: it proves what was paid (`plan-money-matches-proof`).
 */
export const reservationsMatchClaims: Check = {
  name: "reservations-match-claims",
  async run(tx: Asking): Promise<Discrepancy[]> {
    const { rows } = await sql<Found>`
      select 'claim ' || number as subject,
             'reserved ' || reserved || ', owed ' || owed as found,
             'reserved ' || expected_reserved || ', owed ' || expected_owed as expected
        from (
          select c.number,
                 coalesce((select a.balance from ledger_account a where a.subject_id = c.id and a.kind = 'claim-reserved'), 0) as reserved,
                 coalesce((select sum(a.balance) from ledger_account a
                            where a.subject_id = c.id and a.kind in ('claim-payable', 'in-flight', 'paid')), 0) as owed,
                 case
                   when paid_ahead then 0
                   when c.status in ('submitted', 'under_review', 'action_required') or (c.status = 'editing' and c.due_side = 'partner')
                   then coalesce((select d.amount from claim_decision d where d.claim_id = c.id and d.verb = 'submit' order by d.id desc limit 1), 0)
                   else 0
                 end as expected_reserved,
                 case when paid_ahead then 0 else coalesce(c.amount_approved, 0) end as expected_owed
            from claim c
            left join activity v on v.id = c.plan_activity_id
            left join plan p on p.id = v.plan_id
            left join program_edition e on e.id = p.edition_id
           cross join lateral (select coalesce(e.document ->> 'poeTiming' = 'after-payment', false) as paid_ahead) mode
        ) as compared
       where reserved <> expected_reserved or owed <> expected_owed
       order by number limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
