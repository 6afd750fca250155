import { sql } from "kysely";
import type { Tx } from "../platform/database/index.ts";

/** Something a reviewer should look at twice. */
export interface RiskSignal {
  readonly code: string;
  readonly level: "info" | "warn" | "high";
  readonly message: string;
}

const WORDS: Readonly<Record<string, RiskSignal>> = {
  "same-supplier-and-number": {
    code: "invoice-seen-before",
    level: "high",
    message: "An invoice of this supplier with this number was claimed before.",
  },
  "same-file": { code: "file-seen-before", level: "warn", message: "A file of this claim was used as proof before." },
  "round-amount": { code: "round-amount", level: "info", message: "The amount is a round number." },
  resubmitted: { code: "resubmitted", level: "info", message: "Submitted again after a request for information." },
};

/** Signals of several claims in one query, by claim. The answers about other partners are codes only. */
export async function riskSignals(tx: Tx, claimIds: readonly string[]): Promise<Map<string, RiskSignal[]>> {
  const found = new Map<string, RiskSignal[]>(claimIds.map((id) => [id, []]));
  if (claimIds.length === 0) return found;
  const { rows } = await sql<{ claim_id: string; code: string }>`
    select c.id as claim_id, signal.code
      from claim c
      cross join lateral (
        select 'same-supplier-and-number' as code
         where exists (select 1 from invoice i where i.claim_id = c.id
                        and cardinality(invoice_seen_before(i.supplier_name, i.number, c.id)) > 0)
        union all
        select 'same-file'
         where exists (select 1 from proof_document d join file f on f.id = d.file_id where d.claim_id = c.id
                        and cardinality(file_seen_before(f.sha256, c.id)) > 0)
        union all
        select 'round-amount' where c.amount_claimed >= 100000 and c.amount_claimed % 10000 = 0
        union all
        select 'resubmitted' where c.round > 1
      ) as signal
     where c.id = any(${[...claimIds]}::uuid[])
     order by c.id, signal.code`.execute(tx);
  for (const row of rows) {
    const signal = WORDS[row.code];
    if (signal) found.get(row.claim_id)?.push(signal);
  }
  return found;
}
