import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";

/** Where the other one was seen. Never which claim it is, and never whose. */
export type SeenWhere = "same-partner" | "other-partner";

/** A sign that something of this claim was claimed before. */
export interface DuplicateSignal {
  /** UUID of the invoice, or of the invoice or proof document whose file it is. */
  readonly id: string;
  readonly code: "same-supplier-and-number" | "same-supplier-date-and-total" | "same-file";
  readonly where: SeenWhere;
}

/**
 * Looks for the claim's invoices and files in all other claims, of other partners too (rulebook 3.4: supplier and number
 * are the duplicate key over all claims). The database answers with codes only, so nothing of another partner is seen.
 */
export async function duplicateSignals(tx: Tx, claimId: string): Promise<DuplicateSignal[]> {
  const { rows } = await sql<{ id: string; code: DuplicateSignal["code"]; seen: SeenWhere[] }>`
    select id, 'same-supplier-and-number' as code, invoice_seen_before(supplier_name, number, claim_id) as seen
      from invoice where claim_id = ${claimId}
    union all
    select id, 'same-supplier-date-and-total',
        invoice_alike_before(supplier_name, number, date, total, currency, claim_id)
      from invoice where claim_id = ${claimId}
    union all
    select part.id, 'same-file', file_seen_before(file.sha256, ${claimId})
      from (
        select id, file_id from invoice where claim_id = ${claimId}
        union all select id, file_id from proof_document where claim_id = ${claimId}
      ) as part join file on file.id = part.file_id
    order by 1, 2`.execute(tx);
  return rows.flatMap((row) => row.seen.map((where) => ({ id: row.id, code: row.code, where })));
}
