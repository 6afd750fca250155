import type { Evidence } from "./evidence.ts";

/** The evidence of a claim in the form in which the rules engine judges it (`ClaimSubject` of programs). */
export function evidenceSubject(evidence: Evidence) {
  return {
    invoices: evidence.invoices.map(({ fileId, ...invoice }) => ({ ...invoice, hasFile: fileId !== null })),
    certifications: evidence.certifications,
    documents: evidence.documents
      .filter((document) => !evidence.documents.some((other) => other.supersedes === document.id))
      .map(({ id, evidenceCode, note, url }) => ({
        id,
        evidenceCode,
        note,
        kind: url === null ? ("file" as const) : ("link" as const),
      })),
    metrics: Object.fromEntries(evidence.metrics),
  };
}
