import { sql } from "kysely";
import { type Asking, type Check, type Discrepancy, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * What is set aside for an approved plan is its limit, less what its claims hold reserved and what of them was approved; for
 * any other plan, nothing (ARCHITECTURE.md, "The ledger").
 */
export const commitmentsMatchPlans: Check = {
  name: "commitments-match-plans",
  async run(tx: Asking): Promise<Discrepancy[]> {
    const { rows } = await sql<Found>`
      select 'plan ' || number as subject, 'set aside ' || committed as found, 'set aside ' || expected as expected
        from (
          select p.number,
                 coalesce((select sum(a.balance) from ledger_account a where a.subject_id = p.id and a.kind = 'plan-committed'), 0) as committed,
                 case when p.status = 'approved' and p.committed_fund_id is not null then p.amount_approved - drawn.amount else 0 end as expected
            from plan p
           cross join lateral (
             select coalesce(sum(coalesce(c.amount_approved, r.balance)), 0) as amount
               from activity v
               join claim c on c.plan_activity_id = v.id
               left join ledger_account r on r.subject_id = c.id and r.kind = 'claim-reserved'
              where v.plan_id = p.id
           ) drawn
        ) as compared
       where committed <> expected
       order by number limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
