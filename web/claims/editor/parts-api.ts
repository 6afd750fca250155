import { api, dataOf, ifMatch } from "../../api/client.ts";
import type { CertificationBody, DocumentBody, InvoiceBody } from "../../api/schema.gen.d.ts";
import type { ProofDocument } from "../../api/types.ts";
import { refreshClaim } from "../claims-api.ts";

/** A part as it was read. */
interface Known {
  id: string;
  version: number;
}

const at = (id: string, part: string) => ({ path: { id, part } });
const seen = (id: string, part: Known) => ({ ...at(id, part.id), header: ifMatch(part.version) });

/** Adds an invoice, or writes a known one anew. */
export async function saveInvoice(claimId: string, body: InvoiceBody, known?: Known): Promise<void> {
  if (known) await api.PUT("/api/v1/claims/{id}/invoices/{part}", { params: seen(claimId, known), body });
  else await api.POST("/api/v1/claims/{id}/invoices", { params: { path: { id: claimId } }, body });
  await refreshClaim(claimId);
}

/** Adds a statement of in-house cost, or writes a known one anew. */
export async function saveCertification(claimId: string, body: CertificationBody, known?: Known): Promise<void> {
  if (known) await api.PUT("/api/v1/claims/{id}/certifications/{part}", { params: seen(claimId, known), body });
  else await api.POST("/api/v1/claims/{id}/certifications", { params: { path: { id: claimId } }, body });
  await refreshClaim(claimId);
}

/** Adds a proof document. */
export async function addDocument(claimId: string, body: DocumentBody): Promise<void> {
  await api.POST("/api/v1/claims/{id}/documents", { params: { path: { id: claimId } }, body });
  await refreshClaim(claimId);
}

/** Changes the note of a proof document. */
export const patchDocument = (claimId: string, document: Known, note: string): Promise<ProofDocument> =>
  dataOf(api.PATCH("/api/v1/claims/{id}/documents/{part}", { params: seen(claimId, document), body: { note } }));

/** Takes a part out of a claim. */
export async function removePart(
  claimId: string,
  kind: "invoices" | "certifications" | "documents",
  part: string,
): Promise<void> {
  await api.DELETE(`/api/v1/claims/{id}/${kind}/{part}`, { params: at(claimId, part) });
  await refreshClaim(claimId);
}
