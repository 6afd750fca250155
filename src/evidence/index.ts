export { attachCertificationDocument } from "./attach-certification-document.ts";
export { MAX_FILES_PER_CLAIM } from "./attachable.ts";
export {
  CERTIFICATION_UNITS,
  type Certification,
  type CertificationFacts,
  type CertificationUnit,
} from "./certification.ts";
export {
  addCertification,
  removeCertification,
  setCertificationFile,
  updateCertification,
} from "./certification-store.ts";
export type { ClaimContext } from "./claim-context.ts";
export { addDocument, putMetrics, removeDocument, updateDocument } from "./document-store.ts";
export { type DuplicateSignal, duplicateSignals, type SeenWhere } from "./duplicate-signals.ts";
export type { Evidence, MetricValue, ProofDocument } from "./evidence.ts";
export {
  CertificationBody,
  CertificationResource,
  DocumentBody,
  DocumentPatch,
  DocumentResource,
  FileResource,
  FileSummary,
  InvoiceBody,
  InvoiceLineResource,
  InvoiceResource,
  MetricsBody,
  MetricsResource,
  QuantityIn,
} from "./evidence-contract.ts";
export { evidenceSubject } from "./evidence-subject.ts";
export {
  certificationToWire,
  documentToWire,
  type EvidenceOnWire,
  evidenceToWire,
  fileToWire,
  invoiceToWire,
} from "./evidence-wire.ts";
export { mayReadFiles, mayUpload } from "./file-policy.ts";
export type { FileRouteDeps } from "./file-route-deps.ts";
export { registerFileRoutes } from "./file-routes.ts";
export { claimsOfFile, fileById, insertFile } from "./file-store.ts";
export { FILE_TYPES, type FileType } from "./file-types.ts";
export type { Invoice, InvoiceFacts, InvoiceLine, InvoiceLineFacts, LineDecision } from "./invoice.ts";
export { certificationFaults, invoiceArithmetic, productOf } from "./invoice-rules.ts";
export { addInvoice, removeInvoice, updateInvoice } from "./invoice-store.ts";
export { storedFileOf, storeFile, type Upload } from "./keep-file.ts";
export { type LineDecisionInput, setLineDecisions } from "./line-decisions.ts";
export { loadEvidence } from "./load-evidence.ts";
export { NAMED_FILES } from "./named-files.ts";
export { certificationFacts, invoiceFacts, type MetricInput, metricInputs } from "./read-bodies.ts";
export { type IncomingFile, type ReceivedFile, receiveFile } from "./receive-file.ts";
export { type CertificationSetting, renderCertification } from "./render-certification.ts";
export { type SeenInClaim, seenInClaims } from "./seen-in-claims.ts";
export type { FileFacts, ScanResult, StoredFile } from "./stored-file.ts";
