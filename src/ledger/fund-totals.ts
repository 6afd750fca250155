import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";

/** What stands on the accounts of a fund and what came in, in minor units of the fund's currency. */
export interface FundTotals {
  /** Came in from the program's expense (accrued, adjusted) less what went back there. */
  readonly earned: bigint;
  readonly rolledIn: bigint;
  readonly rolledOut: bigint;
  /** Promised to plans or paid ahead of their proof. */
  readonly committed: bigint;
  /** Held for claims that wait for their decision. */
  readonly reserved: bigint;
  /** Owed or paid for good: for approved claims, as proven payments under a plan, or paid without proof and demanded back. */
  readonly approved: bigint;
  /** The part of `approved` that was paid, what is demanded back included: it left the fund. */
  readonly paid: bigint;
  /** Became rebate because the threshold was missed. */
  readonly converted: bigint;
  readonly forfeited: bigint;
  /** Free to be claimed: the locked balance of the fund, not the result of a formula. */
  readonly remaining: bigint;
}

const NOTHING: FundTotals = {
  earned: 0n,
  rolledIn: 0n,
  rolledOut: 0n,
  committed: 0n,
  reserved: 0n,
  approved: 0n,
  paid: 0n,
  converted: 0n,
  forfeited: 0n,
  remaining: 0n,
};

/**
 * The totals of any number of funds in one query. Nothing here is added up from the others: `earned` comes from the
 * transfers, the rest from the accounts, so that `remaining = earned + rolledIn - converted - rolledOut - committed -
 * reserved - approved - forfeited` (rulebook 5.4) is a statement that a test can prove. A fund without entries has nothing.
 */
export async function fundTotals(tx: Tx, fundIds: readonly string[]): Promise<ReadonlyMap<string, FundTotals>> {
  const found = new Map<string, FundTotals>(fundIds.map((id) => [id, NOTHING]));
  if (fundIds.length === 0) return found;
  const { rows } = await sql<FundTotals & { fund_id: string }>`
    with account as (
      select id, fund_id, kind, balance from ledger_account where fund_id = any(${[...fundIds]}::uuid[])
    ), source as (
      -- By the key of the account: the transfers between the two are then found by an index, however many claims there were.
      select a.fund_id, a.id, o.id as other
        from account a join ledger_account k on k.id = a.id
        join ledger_account o on o.partner_id is null and o.program_id = k.program_id and o.currency = k.currency
                             and o.kind in ('program-expense', 'budget')
       where a.kind = 'fund-available'
    ), earned as (
      select s.fund_id, sum(coalesce(came.amount, 0) - coalesce(went.amount, 0)) as amount
        from source s
        cross join lateral (select sum(x.amount) as amount from ledger_transfer x where x.to_account_id = s.id and x.from_account_id = s.other) came
        cross join lateral (select sum(x.amount) as amount from ledger_transfer x where x.from_account_id = s.id and x.to_account_id = s.other) went
       group by s.fund_id
    )
    select a.fund_id, coalesce(max(e.amount), 0)::bigint as earned, 0::bigint as "rolledIn", 0::bigint as "rolledOut",
           coalesce(sum(a.balance) filter (where a.kind in ('plan-committed', 'plan-payable', 'plan-unproven')), 0)::bigint as committed,
           coalesce(sum(a.balance) filter (where a.kind = 'claim-reserved'), 0)::bigint as reserved,
           coalesce(sum(a.balance) filter (where a.kind in ('claim-payable', 'in-flight', 'paid', 'receivable')), 0)::bigint as approved,
           coalesce(sum(a.balance) filter (where a.kind in ('paid', 'receivable')), 0)::bigint as paid,
           coalesce(sum(a.balance) filter (where a.kind = 'rebate-payable'), 0)::bigint as converted,
           coalesce(sum(a.balance) filter (where a.kind = 'fund-forfeited'), 0)::bigint as forfeited,
           coalesce(sum(a.balance) filter (where a.kind = 'fund-available'), 0)::bigint as remaining
      from account a left join earned e on e.fund_id = a.fund_id
     group by a.fund_id`.execute(tx);
  for (const { fund_id, ...totals } of rows) found.set(fund_id, totals);
  return found;
}

/**
 * What came into one fund and what is free, without its other accounts: a fund has one for each of its claims. A fund without
 * entries has nothing.
 */
export async function fundStanding(tx: Tx, fundId: string): Promise<Pick<FundTotals, "earned" | "remaining">> {
  const { rows } = await sql<Pick<FundTotals, "earned" | "remaining">>`
    select a.balance as remaining, (
        select coalesce(sum(moved.amount), 0)::bigint
          from ledger_account o cross join lateral (
            select x.amount from ledger_transfer x where x.to_account_id = a.id and x.from_account_id = o.id
            union all
            select -x.amount from ledger_transfer x where x.from_account_id = a.id and x.to_account_id = o.id
          ) as moved
         where o.partner_id is null and o.program_id = a.program_id and o.currency = a.currency
           and o.kind in ('program-expense', 'budget')
      ) as earned
      from ledger_account a
     where a.fund_id = ${fundId} and a.kind = 'fund-available'`.execute(tx);
  return rows[0] ?? { earned: 0n, remaining: 0n };
}
