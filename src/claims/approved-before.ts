import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { ClaimFacts } from "../programs/index.ts";
import type { Claim } from "./claim.ts";

/**
 * What other claims of the location were approved in this program and usage period, by activity and expense type: what the
 * caps over a period count. The caller holds the lock of the fund where the answer decides about money.
 */
export async function approvedBefore(tx: Tx, claim: Claim): Promise<ClaimFacts["approvedBefore"]> {
  const { rows } = await sql<{
    activity_type: string;
    expense_type: string | null;
    approved: string;
    currency: string;
  }>`
    select c.activity_type, part.expense_type, sum(part.approved_amount)::text as approved, c.currency
      from claim c
      join lateral (
        select l.expense_type, l.approved_amount from invoice i join invoice_line l on l.invoice_id = i.id where i.claim_id = c.id
        union all
        select s.expense_type, s.approved_amount from certification s where s.claim_id = c.id
      ) part on part.approved_amount > 0
     where c.location_id = ${claim.locationId} and c.program_id = ${claim.programId} and c.usage_period = ${claim.usagePeriod}
       and c.partner_id = ${claim.partnerId} and c.status = 'approved' and c.id <> ${claim.id}
     group by c.activity_type, part.expense_type, c.currency
     order by c.activity_type, part.expense_type`.execute(tx);
  return rows.map((row) => ({
    activityType: row.activity_type,
    expenseType: row.expense_type,
    amount: { minor: BigInt(row.approved), currency: row.currency },
  }));
}
