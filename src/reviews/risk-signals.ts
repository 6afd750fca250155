import { sql } from "kysely";
import { word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** Something a reviewer should look at twice. */
export interface RiskSignal {
  readonly code: string;
  readonly level: "info" | "warn" | "high";
  readonly message: string;
}

/** What the database may say of a claim, the gravest first. */
const SIGNALS: readonly (readonly [code: string, signal: RiskSignal])[] = [
  [
    "same-supplier-and-number",
    {
      code: "invoice-seen-before",
      level: "high",
      message: word("An invoice of this supplier with this number was claimed before."),
    },
  ],
  [
    "same-supplier-date-and-total",
    {
      code: "invoice-alike",
      level: "warn",
      message: word(
        "An invoice of this supplier with the same date and total, but another number, was claimed before.",
      ),
    },
  ],
  [
    "same-file",
    { code: "file-seen-before", level: "warn", message: word("A file of this claim was used as proof before.") },
  ],
  [
    "resubmitted",
    { code: "resubmitted", level: "info", message: word("Submitted again after a request for information.") },
  ],
  ["round-amount", { code: "round-amount", level: "info", message: word("The amount is a round number.") }],
];

/** Signals of several claims in one query, by claim, the gravest first. The answers about other partners are codes only. */
export async function riskSignals(tx: Tx, claimIds: readonly string[]): Promise<Map<string, RiskSignal[]>> {
  if (claimIds.length === 0) return new Map();
  const { rows } = await sql<{ claim_id: string; code: string }>`
    select c.id as claim_id, signal.code
      from claim c
      cross join lateral (
        select 'same-supplier-and-number' as code
         where exists (select 1 from invoice i where i.claim_id = c.id
                        and cardinality(invoice_seen_before(i.supplier_name, i.number, c.id)) > 0)
        union all
        select 'same-supplier-date-and-total'
         where exists (select 1 from invoice i where i.claim_id = c.id
                        and cardinality(invoice_alike_before(i.supplier_name, i.number, i.date, i.total, i.currency, c.id)) > 0)
        union all
        select 'same-file'
         where exists (
           select 1 from file f
             join (
               select i.file_id from invoice i where i.claim_id = c.id
               union select d.file_id from proof_document d where d.claim_id = c.id
               union select m.file_id from metric_value m where m.claim_id = c.id
             ) as used on used.file_id = f.id
            where cardinality(file_seen_before(f.sha256, c.id)) > 0)
        union all
        select 'round-amount' where c.amount_claimed >= 100000 and c.amount_claimed % 10000 = 0
        union all
        select 'resubmitted' where c.round > 1
      ) as signal
     where c.id = any(${[...claimIds]}::uuid[])`.execute(tx);
  return new Map(
    claimIds.map((id) => {
      const codes = new Set(rows.filter((row) => row.claim_id === id).map((row) => row.code));
      return [id, SIGNALS.flatMap(([code, signal]) => (codes.has(code) ? [signal] : []))];
    }),
  );
}
