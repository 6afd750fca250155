import { sql } from "kysely";
import { type Asking, type Check, type Discrepancy, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * What was paid under a plan ahead of its proof stands on its accounts, whole: proven, unproven or demanded back. Proven is
 * the smaller of what was approved and what was paid and not demanded back, at every moment (rulebook 4.2, 9.1). Payments
 * stay within the plan's limit.
 */
export const planMoneyMatchesProof: Check = {
  name: "plan-money-matches-proof",
  async run(tx: Asking): Promise<Discrepancy[]> {
    const { rows } = await sql<Found>`
      with plan_money as (
        select p.number, p.amount_approved as most,
               coalesce((select sum(y.amount) from plan_payment y where y.plan_id = p.id), 0) as paid,
               coalesce((select sum(a.balance) from ledger_account a where a.subject_id = p.id and a.kind = 'paid'), 0) as proven,
               coalesce((select sum(a.balance) from ledger_account a where a.subject_id = p.id and a.kind = 'plan-unproven'), 0) as unproven,
               coalesce((select sum(a.balance) from ledger_account a where a.subject_id = p.id and a.kind = 'receivable'), 0) as demanded,
               coalesce((select sum(a.balance) from ledger_account a
                          where (a.subject_id = p.id and a.kind = 'plan-payable')
                             or (a.kind = 'in-flight' and a.subject_id in (select y.id from plan_payment y where y.plan_id = p.id))), 0) as under_way,
               coalesce((select sum(c.amount_approved) from activity v join claim c on c.plan_activity_id = v.id
                          where v.plan_id = p.id and c.status = 'approved'), 0) as approved,
               e.document ->> 'poeTiming' = 'after-payment' as paid_ahead
          from plan p join program_edition e on e.id = p.edition_id
      ), found as (
        select number, 'paid ' || paid as expected,
               'under way ' || under_way || ', unproven ' || unproven || ', proven ' || proven || ', demanded back ' || demanded as found
          from plan_money where paid <> under_way + unproven + proven + demanded
        union all
        select number, 'proven ' || least(approved, paid - demanded), 'proven ' || proven
          from plan_money where paid_ahead and proven <> least(approved, paid - demanded)
        union all
        select number, 'paid at most ' || coalesce(most, 0), 'paid ' || paid
          from plan_money where paid > coalesce(most, 0)
        union all
        select number, 'nothing paid before proof', 'paid ' || paid
          from plan_money where paid > 0 and not paid_ahead
      )
      select 'plan ' || number as subject, found, expected from found order by number, expected limit ${MOST_NAMED}`.execute(
      tx,
    );
    return discrepanciesOf(rows);
  },
};
