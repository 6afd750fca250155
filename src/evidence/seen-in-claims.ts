import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { DuplicateSignal } from "./duplicate-signals.ts";

/** A claim in which something of this claim stands as well. */
export interface SeenInClaim {
  /** UUID of the invoice or proof document of this claim. */
  readonly id: string;
  readonly code: DuplicateSignal["code"];
  /** UUID of the other claim. */
  readonly claimId: string;
}

/** So many are named: more would be a list that nobody reads. */
const MOST = 60;

/**
 * In which claims that row-level security lets the reader see the claim's invoices and files stand as well. A partner is never
 * told of another partner's here; that there is one is told by {@link DuplicateSignal}, as a code.
 */
export async function seenInClaims(tx: Tx, claimId: string): Promise<SeenInClaim[]> {
  const { rows } = await sql<{ id: string; code: DuplicateSignal["code"]; claim_id: string }>`
    select own.id, 'same-supplier-and-number' as code, other.claim_id
      from invoice own
      join invoice other on other.supplier_key = own.supplier_key and other.number_key = own.number_key
       and other.claim_id <> own.claim_id
     where own.claim_id = ${claimId}
    union
    select own.id, 'same-supplier-date-and-total', other.claim_id
      from invoice own
      join invoice other on other.supplier_key = own.supplier_key and other.date = own.date and other.total = own.total
       and other.currency = own.currency and other.number_key <> own.number_key and other.claim_id <> own.claim_id
     where own.claim_id = ${claimId}
    union
    select part.id, 'same-file', used.claim_id
      from (
        select id, file_id from invoice where claim_id = ${claimId}
        union all select id, file_id from proof_document where claim_id = ${claimId}
      ) as part
      join file own on own.id = part.file_id
      join file other on other.sha256 = own.sha256
      cross join lateral (
        select i.claim_id from invoice i where i.file_id = other.id
        union all select d.claim_id from proof_document d where d.file_id = other.id
        union all select m.claim_id from metric_value m where m.file_id = other.id
      ) as used
     where used.claim_id <> ${claimId}
    order by 1, 2, 3
    limit ${MOST}`.execute(tx);
  return rows.map((row) => ({ id: row.id, code: row.code, claimId: row.claim_id }));
}
