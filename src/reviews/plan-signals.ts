import { sql } from "kysely";
import { word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { RiskSignal } from "./risk-signals.ts";

/** What the database may say of a plan, the gravest first. */
const SIGNALS: readonly RiskSignal[] = [
  {
    code: "plan-alike",
    level: "warn",
    message: word("Another plan of this period holds an activity with the same name, type and budget."),
  },
  {
    code: "above-ever-earned",
    level: "warn",
    message: word("More is planned than this location ever earned in a period of this program."),
  },
  { code: "resubmitted", level: "info", message: word("Submitted again after a request for information.") },
];

/** Signals of several plans in one query, by plan, the gravest first. What is told about other plans are codes only. */
export async function planSignals(tx: Tx, planIds: readonly string[]): Promise<Map<string, RiskSignal[]>> {
  if (planIds.length === 0) return new Map();
  const { rows } = await sql<{ plan_id: string; code: string }>`
    select p.id as plan_id, signal.code
      from plan p
      cross join lateral (
        select 'plan-alike' as code
         where exists (
           select 1
             from activity own
             join activity other on lower(other.name) = lower(own.name) and other.activity_type = own.activity_type
              and other.budget = own.budget and other.currency = own.currency and other.plan_id <> own.plan_id
             join plan q on q.id = other.plan_id and q.program_id = p.program_id and q.period = p.period
              and q.status not in ('editing', 'cancelled', 'expired', 'rejected')
            where own.plan_id = p.id)
        union all
        -- The best period the location has had, against the sum of the budgets.
        select 'above-ever-earned'
         where (select sum(a.budget) from activity a where a.plan_id = p.id) > (
           select max(earned.amount)
             from (select sum(x.amount) as amount
                     from fund f
                     join ledger_account a on a.fund_id = f.id and a.kind = 'fund-available'
                     join ledger_transfer x on x.to_account_id = a.id
                     join ledger_account e on e.id = x.from_account_id and e.kind = 'program-expense'
                    where f.location_id = p.location_id and f.program_id = p.program_id and f.currency = p.currency
                    group by f.id) as earned)
        union all
        select 'resubmitted' where p.round > 1
      ) as signal
     where p.id = any(${[...planIds]}::uuid[])`.execute(tx);
  return new Map(
    planIds.map((id) => {
      const codes = new Set(rows.filter((row) => row.plan_id === id).map((row) => row.code));
      return [id, SIGNALS.filter(({ code }) => codes.has(code))];
    }),
  );
}
