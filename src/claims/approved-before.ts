import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimFacts, Edition } from "../programs/index.ts";
import type { Claim } from "./claim.ts";

interface ApprovedRow {
  readonly activity_type: string;
  readonly expense_type: string | null;
  readonly event: string | null;
  readonly approved: string;
  readonly currency: string;
}

/** What was approved of a claim `c`, line by line and certification by certification, as `part`. */
const approvedParts: RawBuilder<unknown> = sql`lateral (
  select l.expense_type, l.approved_amount from invoice i join invoice_line l on l.invoice_id = i.id where i.claim_id = c.id
  union all
  select s.expense_type, s.approved_amount from certification s where s.claim_id = c.id
)`;

/**
 * What other claims of the location were approved in this program, by activity, expense type and event: in the usage period, for the
 * caps over a period, and in the other periods of the program year, for those over the year. The caller holds the locks of the period's
 * funds where the answer decides about money.
 */
export async function approvedSoFar(
  tx: Tx,
  claim: Claim,
  { document }: Edition,
): Promise<Pick<ClaimFacts, "approvedBefore" | "approvedInYear">> {
  const periods = [...new Set([claim.usagePeriod, ...document.windows.map(({ usagePeriod }) => usagePeriod.code)])];
  const { rows } = await sql<ApprovedRow & { usage_period: string }>`
    select c.usage_period, c.activity_type, part.expense_type, c.event, sum(part.approved_amount)::text as approved, c.currency
      from claim c
      join ${approvedParts} part on part.approved_amount > 0
     where c.location_id = ${claim.locationId} and c.program_id = ${claim.programId} and c.usage_period = any(${periods}::text[])
       and c.partner_id = ${claim.partnerId} and c.status = 'approved' and c.id <> ${claim.id}
     group by c.usage_period, c.activity_type, part.expense_type, c.event, c.currency
     order by c.usage_period, c.activity_type, part.expense_type, c.event`.execute(tx);
  const own = (row: { usage_period: string }): boolean => row.usage_period === claim.usagePeriod;
  const inYear = rows.filter((row) => !own(row)).map(approvedOf);
  return {
    approvedBefore: rows.filter(own).map(approvedOf),
    ...(inYear.length === 0 ? {} : { approvedInYear: inYear }),
  };
}

/** The same before there is a claim, for any number of funds in one query: by fund, what a new claim from it would meet. */
export async function approvedBeforeIn(
  tx: Tx,
  fundIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimFacts["approvedBefore"]>> {
  if (fundIds.length === 0) return new Map();
  const { rows } = await sql<ApprovedRow & { fund_id: string }>`
    select f.id as fund_id, c.activity_type, part.expense_type, c.event, sum(part.approved_amount)::text as approved, c.currency
      from fund f
      join claim c on c.location_id = f.location_id and c.partner_id = f.partner_id and c.program_id = f.program_id
                  and c.usage_period = f.usage_period and c.status = 'approved'
      join ${approvedParts} part on part.approved_amount > 0
     where f.id = any(${[...fundIds]}::uuid[])
     group by f.id, c.activity_type, part.expense_type, c.event, c.currency
     order by c.activity_type, part.expense_type, c.event`.execute(tx);
  const byFund = new Map<string, ClaimFacts["approvedBefore"]>();
  for (const row of rows) byFund.set(row.fund_id, [...(byFund.get(row.fund_id) ?? []), approvedOf(row)]);
  return byFund;
}

function approvedOf(row: ApprovedRow): ClaimFacts["approvedBefore"][number] {
  return {
    activityType: row.activity_type,
    expenseType: row.expense_type,
    ...(row.event === null ? {} : { event: row.event }),
    amount: { minor: BigInt(row.approved), currency: row.currency },
  };
}
