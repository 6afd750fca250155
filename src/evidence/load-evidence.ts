import type { Selectable } from "kysely";
import { type Money, money } from "../money/index.ts";
import type { DB, Tx } from "../platform/database/index.ts";
import type { Certification, CertificationUnit } from "./certification.ts";
import type { Evidence, ProofDocument } from "./evidence.ts";
import type { Invoice, InvoiceLine, LineDecision } from "./invoice.ts";
import type { FileFacts } from "./stored-file.ts";

/** Everything a claim offers as proof, in the order it was added. Six queries, however much there is. */
export async function loadEvidence(tx: Tx, claimId: string): Promise<Evidence> {
  const invoices = await tx
    .selectFrom("invoice")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("ordinal")
    .execute();
  const lines = await tx
    .selectFrom("invoice_line")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("ordinal")
    .execute();
  const certifications = await tx
    .selectFrom("certification")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("ordinal")
    .execute();
  const documents = await tx
    .selectFrom("proof_document")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("ordinal")
    .execute();
  const metrics = await tx
    .selectFrom("metric_value")
    .selectAll()
    .where("claim_id", "=", claimId)
    .orderBy("metric_code")
    .execute();
  const fileIds = [...invoices, ...certifications, ...documents, ...metrics].flatMap((row) => row.file_id ?? []);
  return {
    invoices: invoices.map((row) =>
      invoiceOf(
        row,
        lines.filter((line) => line.invoice_id === row.id),
      ),
    ),
    certifications: certifications.map(certificationOf),
    documents: documents.map(documentOf),
    metrics: new Map(metrics.map((row) => [row.metric_code, { value: row.value, fileId: row.file_id }])),
    files: await filesOf(tx, fileIds),
  };
}

async function filesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("file")
    .select(["id", "name", "media_type", "size"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, mediaType: row.media_type, size: Number(row.size) }]),
  );
}

function invoiceOf(row: Selectable<DB["invoice"]>, lines: readonly Selectable<DB["invoice_line"]>[]): Invoice {
  return {
    id: row.id,
    version: row.version,
    supplierName: row.supplier_name,
    number: row.number,
    date: row.date,
    billedTo: row.billed_to,
    currency: row.currency,
    subtotal: money(row.subtotal, row.currency),
    tax: money(row.tax, row.currency),
    total: money(row.total, row.currency),
    fileId: row.file_id,
    lines: lines.map(lineOf),
  };
}

function lineOf(row: Selectable<DB["invoice_line"]>): InvoiceLine {
  return {
    id: row.id,
    description: row.description,
    expenseType: row.expense_type,
    quantity: plainQuantity(row.quantity),
    unitPrice: money(row.unit_price, row.currency),
    lineAmount: money(row.line_amount, row.currency),
    person: row.person,
    ...decisionOf(row),
  };
}

function certificationOf(row: Selectable<DB["certification"]>): Certification {
  return {
    id: row.id,
    version: row.version,
    from: row.period_from,
    to: row.period_to,
    personOrRole: row.person_or_role,
    workDone: row.work_done,
    expenseType: row.expense_type,
    // The table's check allows no other value.
    unit: row.unit as CertificationUnit,
    quantity: plainQuantity(row.quantity),
    unitCost: money(row.unit_cost, row.currency),
    total: money(row.total, row.currency),
    currency: row.currency,
    certifierName: row.certifier_name,
    certifierRole: row.certifier_role,
    certifiedOn: row.certified_on,
    accepted: row.accepted,
    fileId: row.file_id,
    ...decisionOf(row),
  };
}

function documentOf(row: Selectable<DB["proof_document"]>): ProofDocument {
  return {
    id: row.id,
    version: row.version,
    evidenceCode: row.evidence_code,
    note: row.note,
    fileId: row.file_id,
    url: row.url,
    supersedes: row.supersedes,
    addedAt: row.created_at,
  };
}

interface DecisionColumns {
  readonly currency: string;
  readonly eligible_amount: bigint | null;
  readonly approved_amount: bigint | null;
  readonly reason_code: string | null;
}

function decisionOf(row: DecisionColumns): LineDecision {
  const amount = (minor: bigint | null): Money | null => (minor === null ? null : money(minor, row.currency));
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
