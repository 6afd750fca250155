import { sql } from "kysely";
import type { IsoDate } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { SourceType } from "./entry.ts";
import type { AccountKind, TemplateName } from "./flows.ts";
import { type PayingShare, readShares, sharesOfTransfer } from "./journal.ts";

/** Where a line stands in the history of its fund. */
export interface LinePosition {
  readonly position: bigint;
  readonly ordinal: number;
}

/** One movement of a fund's money, as its statement shows it. */
export interface FundLine extends LinePosition {
  readonly entryId: string;
  readonly recordedAt: Date;
  readonly effectiveOn: IsoDate;
  readonly template: TemplateName;
  readonly from: AccountKind;
  readonly to: AccountKind;
  /** What moved; above nothing. */
  readonly moved: Money;
  /** What it did to the fund's available money: with a sign, nothing where other accounts faced each other. */
  readonly change: Money;
  readonly availableAfter: Money;
  readonly payingEntities: readonly PayingShare[];
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly sourceType: SourceType;
  readonly sourceId: string;
}

interface LineRow {
  readonly id: string;
  readonly position: bigint;
  readonly ordinal: number;
  readonly recorded_at: Date;
  readonly effective_on: string;
  readonly template: TemplateName;
  readonly from_kind: AccountKind;
  readonly to_kind: AccountKind;
  readonly amount: bigint;
  readonly currency: string;
  readonly available_after: bigint | null;
  readonly shares: Parameters<typeof readShares>[0];
  readonly reason_code: string | null;
  readonly note: string | null;
  readonly source_type: FundLine["sourceType"];
  readonly source_id: string;
}

/** Which lines of a statement are wanted; without any of these, all. */
export interface LineFilter {
  /** Business events by their template. */
  readonly templates?: readonly TemplateName[] | undefined;
  /** What caused the line. */
  readonly sourceTypes?: readonly FundLine["sourceType"][] | undefined;
  /** First and last day that a line may count for. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** A page of a statement: at most `limit` lines, starting after (that is, before in time) a position when one is given. */
export interface LinePage extends LineFilter {
  readonly limit: number;
  readonly after?: LinePosition | undefined;
}

/** Lines of a fund, newest first. What was available after a line is true for the fund, whatever is filtered away. */
export async function fundLines(tx: Tx, fundId: string, page: LinePage): Promise<FundLine[]> {
  const beyond = page.after
    ? sql`and (e.position, x.ordinal) < (${page.after.position}::bigint, ${page.after.ordinal}::smallint)`
    : sql``;
  const { rows } = await sql<LineRow>`
    select e.id, e.position, x.ordinal, e.recorded_at, e.effective_on, e.template, f.kind as from_kind, t.kind as to_kind,
           x.amount, x.currency, e.reason_code, e.note, e.source_type, e.source_id, ${sharesOfTransfer} as shares,
           case when f.kind = 'fund-available' then x.from_balance_after
                when t.kind = 'fund-available' then x.to_balance_after
                else ${lastAvailable} end as available_after
      from ledger_entry e
      join ledger_transfer x on x.entry_id = e.id
      join ledger_account f on f.id = x.from_account_id
      join ledger_account t on t.id = x.to_account_id
     where e.fund_id = ${fundId} ${beyond} ${narrowed(page)}
     order by e.position desc, x.ordinal desc
     limit ${page.limit}`.execute(tx);
  return rows.map(toLine);
}

function narrowed({ templates, sourceTypes, from, to }: LineFilter) {
  return sql.join(
    [
      templates ? sql`and e.template = any(${[...templates]}::text[])` : sql``,
      sourceTypes ? sql`and e.source_type = any(${[...sourceTypes]}::text[])` : sql``,
      from === undefined ? sql`` : sql`and e.effective_on >= ${from}::date`,
      to === undefined ? sql`` : sql`and e.effective_on <= ${to}::date`,
    ],
    sql` `,
  );
}

/** What was available when a transfer `x` of an entry `e` moved other accounts: as the transfer before it left it. */
const lastAvailable = sql`(
  select b.balance_after
    from ledger_entry d
    join ledger_posting b on b.entry_id = d.id
    join ledger_account a on a.id = b.account_id and a.kind = 'fund-available' and a.fund_id = d.fund_id
   where d.fund_id = e.fund_id and d.position <= e.position and (d.position, b.ordinal) < (e.position, x.ordinal)
   order by d.position desc, b.ordinal desc
   limit 1)`;

function toLine(row: LineRow): FundLine {
  const money = (minor: bigint): Money => ({ minor, currency: row.currency });
  const sign = row.to_kind === "fund-available" ? 1n : row.from_kind === "fund-available" ? -1n : 0n;
  return {
    entryId: row.id,
    position: row.position,
    ordinal: row.ordinal,
    recordedAt: row.recorded_at,
    effectiveOn: row.effective_on,
    template: row.template,
    from: row.from_kind,
    to: row.to_kind,
    moved: money(row.amount),
    change: money(row.amount * sign),
    availableAfter: money(row.available_after ?? 0n),
    payingEntities: readShares(row.shares, row.currency),
    reasonCode: row.reason_code,
    note: row.note,
    sourceType: row.source_type,
    sourceId: row.source_id,
  };
}
