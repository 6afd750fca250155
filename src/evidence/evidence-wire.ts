import { idText } from "../kernel/index.ts";
import { type Money, toWire } from "../money/index.ts";
import type { Certification } from "./certification.ts";
import type { Evidence, ProofDocument } from "./evidence.ts";
import type {
  CertificationResource,
  DocumentResource,
  FileResource,
  InvoiceResource,
  MetricsResource,
} from "./evidence-contract.ts";
import type { Invoice, LineDecision } from "./invoice.ts";
import type { FileFacts, StoredFile } from "./stored-file.ts";

/** The evidence of a claim as the claim resource carries it (docs/api.md). */
export interface EvidenceOnWire {
  readonly invoices: InvoiceResource[];
  readonly certifications: CertificationResource[];
  readonly documents: DocumentResource[];
  readonly metrics: MetricsResource;
}

/** Everything a claim offers as proof, in the form of the wire. */
export function evidenceToWire(evidence: Evidence): EvidenceOnWire {
  const { files } = evidence;
  return {
    invoices: evidence.invoices.map((invoice) => invoiceToWire(invoice, files)),
    certifications: evidence.certifications.map((certification) => certificationToWire(certification, files)),
    documents: evidence.documents.map((document) => documentToWire(document, files)),
    metrics: Object.fromEntries(
      [...evidence.metrics].map(([code, metric]) => [
        code,
        metric.fileId ? idText("file", metric.fileId) : (metric.value ?? ""),
      ]),
    ),
  };
}

type Files = Evidence["files"];

/** One invoice with its lines. `files` as loaded with it. */
export function invoiceToWire(invoice: Invoice, files: Files): InvoiceResource {
  const { id, fileId, subtotal, tax, total, lines, ...rest } = invoice;
  return {
    ...rest,
    id: idText("invoice", id),
    subtotal: toWire(subtotal),
    tax: toWire(tax),
    total: toWire(total),
    lines: lines.map((line) => ({
      id: idText("invoiceLine", line.id),
      description: line.description,
      expenseType: line.expenseType,
      quantity: line.quantity,
      unitPrice: toWire(line.unitPrice),
      lineAmount: toWire(line.lineAmount),
      person: line.person,
      ...decisionToWire(line),
    })),
    file: fileSummary(fileId, files),
  };
}

/** One certification of in-house cost. */
export function certificationToWire(certification: Certification, files: Files): CertificationResource {
  const { id, fileId, unitCost, total, ...rest } = certification;
  return {
    ...rest,
    id: idText("certification", id),
    unitCost: toWire(unitCost),
    total: toWire(total),
    file: fileSummary(fileId, files),
    ...decisionToWire(certification),
  };
}

/** One proof document. */
export function documentToWire(document: ProofDocument, files: Files): DocumentResource {
  const { id, fileId, supersedes, addedAt, ...rest } = document;
  return {
    ...rest,
    id: idText("document", id),
    file: fileSummary(fileId, files),
    supersedes: supersedes === null ? null : idText("document", supersedes),
    addedAt: addedAt.toISOString(),
  };
}

/** A file as `/files` answers it. */
export function fileToWire(file: StoredFile): FileResource {
  const { id, name, sha256, size, mediaType, scan } = file;
  return { id: idText("file", id), name, sha256, size, mediaType, scan };
}

function decisionToWire(line: LineDecision) {
  const wire = (amount: Money | null) => (amount === null ? null : toWire(amount));
  return {
    eligibleAmount: wire(line.eligibleAmount),
    approvedAmount: wire(line.approvedAmount),
    reasonCode: line.reasonCode,
  };
}

function fileSummary(fileId: string | null, files: Files): FileFacts | null {
  const file = fileId === null ? undefined : files.get(fileId);
  return file ? { ...file, id: idText("file", file.id) } : null;
}
