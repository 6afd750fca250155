import { type RawBuilder, type Selectable, sql } from "kysely";
import { type Money, money } from "../money/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Certification, CertificationUnit } from "./certification.ts";
import type { Evidence, ProofDocument } from "./evidence.ts";
import type { Invoice, InvoiceLine, LineDecision } from "./invoice.ts";
import type { FileFacts } from "./stored-file.ts";

/** A row as texts: exact whatever the type of a column, where a number of JSON would not be. */
type Texts<Table extends keyof DB> = {
  readonly [Column in keyof Selectable<DB[Table]>]: null extends Selectable<DB[Table]>[Column] ? string | null : string;
};

interface Parts {
  readonly invoices: readonly Texts<"invoice">[];
  readonly lines: readonly Texts<"invoice_line">[];
  readonly certifications: readonly Texts<"certification">[];
  readonly documents: readonly Texts<"proof_document">[];
  readonly metrics: readonly Texts<"metric_value">[];
  readonly files: readonly Texts<"file">[];
}

/** Everything a claim offers as proof, in the order it was added. One query, however much there is. */
export async function loadEvidence(tx: Tx, claimId: string): Promise<Evidence> {
  const { rows } = await sql<Record<keyof Parts, string>>`
    with invoices as (select * from invoice where claim_id = ${claimId}),
         certifications as (select * from certification where claim_id = ${claimId}),
         documents as (select * from proof_document where claim_id = ${claimId}),
         metrics as (select * from metric_value where claim_id = ${claimId})
    select ${rowsOf("invoices", "ordinal")},
           (${listOf(sql`invoice_line as part where part.claim_id = ${claimId}`, "ordinal")}) as lines,
           ${rowsOf("certifications", "ordinal")}, ${rowsOf("documents", "ordinal")}, ${rowsOf("metrics", "metric_code")},
           (${listOf(
             sql`file as part where part.id in (
               select file_id from invoices union all select file_id from certifications
               union all select file_id from documents union all select file_id from metrics
             )`,
             "id",
           )}) as files`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error("a query without a table in front has one row");
  const parts: Parts = {
    invoices: textsIn(row.invoices),
    lines: textsIn(row.lines),
    certifications: textsIn(row.certifications),
    documents: textsIn(row.documents),
    metrics: textsIn(row.metrics),
    files: textsIn(row.files),
  };
  return {
    invoices: parts.invoices.map((row) =>
      invoiceOf(
        row,
        parts.lines.filter((line) => line.invoice_id === row.id),
      ),
    ),
    certifications: parts.certifications.map(certificationOf),
    documents: parts.documents.map(documentOf),
    metrics: new Map(parts.metrics.map((row) => [row.metric_code, { value: row.value, fileId: row.file_id }])),
    files: new Map(parts.files.map((row) => [row.id, fileOf(row)])),
  };
}

/** The rows of a named part as a list in JSON, under the name of the part. */
function rowsOf(part: string, order: string) {
  return sql`(${listOf(sql`${sql.table(part)} as part`, order)}) as ${sql.id(part)}`;
}

function listOf(from: RawBuilder<unknown>, order: string) {
  return sql`select coalesce(json_agg(part order by ${sql.ref(`part.${order}`)})::text, '[]') from ${from}`;
}

/** Rows as they were sent. Numbers stay the text they were written as: a number of JavaScript would not hold every amount. */
function textsIn<Table extends keyof DB>(list: string): readonly Texts<Table>[] {
  const asWritten = (_name: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === "number" || typeof value === "boolean" ? context?.source : value;
  return JSON.parse(list, asWritten) as readonly Texts<Table>[]; // sound: all columns of the table, each a text now
}

function fileOf({ id, name, media_type, size }: Texts<"file">): FileFacts {
  return { id, name, mediaType: media_type, size: Number(size) };
}

function invoiceOf(row: Texts<"invoice">, lines: readonly Texts<"invoice_line">[]): Invoice {
  return {
    id: row.id,
    version: Number(row.version),
    supplierName: row.supplier_name,
    number: row.number,
    date: row.date,
    billedTo: row.billed_to,
    currency: row.currency,
    subtotal: money(BigInt(row.subtotal), row.currency),
    tax: money(BigInt(row.tax), row.currency),
    total: money(BigInt(row.total), row.currency),
    fileId: row.file_id,
    lines: lines.map(lineOf),
  };
}

function lineOf(row: Texts<"invoice_line">): InvoiceLine {
  return {
    id: row.id,
    description: row.description,
    expenseType: row.expense_type,
    quantity: plainQuantity(row.quantity),
    unitPrice: money(BigInt(row.unit_price), row.currency),
    lineAmount: money(BigInt(row.line_amount), row.currency),
    person: row.person,
    ...decisionOf(row),
  };
}

function certificationOf(row: Texts<"certification">): Certification {
  return {
    id: row.id,
    version: Number(row.version),
    from: row.period_from,
    to: row.period_to,
    personOrRole: row.person_or_role,
    workDone: row.work_done,
    expenseType: row.expense_type,
    // The table's check allows no other value.
    unit: row.unit as CertificationUnit,
    quantity: plainQuantity(row.quantity),
    unitCost: money(BigInt(row.unit_cost), row.currency),
    total: money(BigInt(row.total), row.currency),
    currency: row.currency,
    certifierName: row.certifier_name,
    certifierRole: row.certifier_role,
    certifiedOn: row.certified_on,
    accepted: row.accepted === "true",
    fileId: row.file_id,
    ...decisionOf(row),
  };
}

function documentOf(row: Texts<"proof_document">): ProofDocument {
  return {
    id: row.id,
    version: Number(row.version),
    evidenceCode: row.evidence_code,
    note: row.note,
    fileId: row.file_id,
    url: row.url,
    supersedes: row.supersedes,
    addedAt: new Date(row.created_at),
  };
}

interface DecisionColumns {
  readonly currency: string;
  readonly eligible_amount: string | null;
  readonly approved_amount: string | null;
  readonly reason_code: string | null;
}

function decisionOf(row: DecisionColumns): LineDecision {
  const amount = (minor: string | null): Money | null => (minor === null ? null : money(BigInt(minor), row.currency));
  return {
    eligibleAmount: amount(row.eligible_amount),
    approvedAmount: amount(row.approved_amount),
    reasonCode: row.reason_code,
  };
}

/** `2.500000` as the database writes it becomes `2.5` as it was entered. */
function plainQuantity(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
