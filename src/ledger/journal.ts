import { sql } from "kysely";
import type { IsoDate } from "../kernel/index.ts";
import { amountText, type Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { AccountKind, TemplateName } from "./flows.ts";

/** A share of an amount by the legal entity of the vendor that pays it (rulebook 5.7, T29). */
export interface PayingShare {
  readonly payingEntity: string;
  readonly amount: Money;
}

/** One transfer as an accountant reads it. */
export interface JournalLine {
  readonly effectiveOn: IsoDate;
  readonly template: TemplateName;
  readonly from: AccountKind;
  readonly to: AccountKind;
  /** Decimal text without the currency. */
  readonly amount: string;
  readonly currency: string;
  /** `vendor-us 3000.00, vendor-ie 1000.00`, oldest lot first. */
  readonly payingEntities: string;
  readonly reasonCode: string;
}

/**
 * Which paying entities the money of a transfer `x` came from, oldest lot first, several lots of one entity added up: a
 * SQL expression of JSON for {@link readShares}.
 */
export const sharesOfTransfer = sql<ShareRow[] | null>`(
  select json_agg(json_build_object('payingEntity', s.paying_entity, 'minor', s.minor::text) order by s.oldest, s.paying_entity)
    from (select l.paying_entity, sum(m.amount) as minor, min(l.effective_on) as oldest
            from ledger_lot_movement m join ledger_lot l on l.id = m.lot_id
           where m.entry_id = x.entry_id and m.ordinal = x.ordinal
           group by l.paying_entity) s)`;

interface ShareRow {
  readonly payingEntity: string;
  readonly minor: string;
}

/** What {@link sharesOfTransfer} selected. */
export function readShares(rows: readonly ShareRow[] | null, currency: string): PayingShare[] {
  return (rows ?? []).map(({ payingEntity, minor }) => ({ payingEntity, amount: { minor: BigInt(minor), currency } }));
}

/** All that happened to the money of a fund, in the order in which it took effect: the story of the fund. */
export async function journal(tx: Tx, fundId: string): Promise<JournalLine[]> {
  const { rows } = await sql<{
    effective_on: string;
    template: TemplateName;
    from_kind: AccountKind;
    to_kind: AccountKind;
    amount: bigint;
    currency: string;
    shares: ShareRow[] | null;
    reason_code: string | null;
  }>`
    select e.effective_on, e.template, f.kind as from_kind, t.kind as to_kind, x.amount, x.currency, e.reason_code,
           ${sharesOfTransfer} as shares
      from ledger_entry e
      join ledger_transfer x on x.entry_id = e.id
      join ledger_account f on f.id = x.from_account_id
      join ledger_account t on t.id = x.to_account_id
     where e.fund_id = ${fundId}
     order by e.position, x.ordinal`.execute(tx);
  return rows.map((row) => ({
    effectiveOn: row.effective_on,
    template: row.template,
    from: row.from_kind,
    to: row.to_kind,
    amount: amountText({ minor: row.amount, currency: row.currency }),
    currency: row.currency,
    payingEntities: readShares(row.shares, row.currency)
      .map((share) => `${share.payingEntity} ${amountText(share.amount)}`)
      .join(", "),
    reasonCode: row.reason_code ?? "",
  }));
}
