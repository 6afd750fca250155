import { z } from "zod";
import {
  addCertification,
  addDocument,
  addInvoice,
  CertificationBody,
  CertificationResource,
  certificationFacts,
  certificationToWire,
  DocumentBody,
  DocumentPatch,
  DocumentResource,
  documentToWire,
  evidenceToWire,
  InvoiceBody,
  InvoiceResource,
  invoiceFacts,
  invoiceToWire,
  loadEvidence,
  MetricsBody,
  MetricsResource,
  removeCertification,
  removeDocument,
  removeInvoice,
  updateCertification,
  updateDocument,
  updateInvoice,
} from "../evidence/index.ts";
import type { IdKind } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParam, type RouteDeclaration, route } from "../platform/http/index.ts";
import { changeProof, partOf } from "./change-proof.ts";
import { replaceMetrics } from "./put-metrics.ts";

const tag = "claims";
const ofClaim = z.object({ id: idParam("claim") });
const part = (kind: IdKind) => z.object({ id: idParam("claim"), part: idParam(kind) });
const Gone = z.undefined();

async function invoiceOut(tx: Tx, claimId: string, id: string) {
  const { part: invoice, files } = await partOf(tx, claimId, "invoices", id);
  return invoiceToWire(invoice, files);
}

async function certificationOut(tx: Tx, claimId: string, id: string) {
  const { part: certification, files } = await partOf(tx, claimId, "certifications", id);
  return certificationToWire(certification, files);
}

async function documentOut(tx: Tx, claimId: string, id: string) {
  const { part: document, files } = await partOf(tx, claimId, "documents", id);
  return documentToWire(document, files);
}

/** Invoices of a claim. */
const invoiceRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/claims/:id/invoices",
    tag,
    summary: "Adds an invoice with its lines",
    params: ofClaim,
    body: InvoiceBody,
    status: 201,
    response: InvoiceResource,
    handle: async ({ tx, actor, now, params, body }) => {
      const id = await changeProof(tx, { actor, now }, params.id, "invoice", "added", (claim) =>
        addInvoice(tx, claim, invoiceFacts(body(), claim.currency), now),
      );
      return invoiceOut(tx, params.id, id);
    },
  }),
  route({
    method: "PUT",
    url: "/claims/:id/invoices/:part",
    tag,
    summary: "Replaces an invoice",
    params: part("invoice"),
    body: InvoiceBody,
    response: InvoiceResource,
    handle: async ({ tx, actor, now, params, body, seen }) => {
      await changeProof(
        tx,
        { actor, now },
        params.id,
        "invoice",
        "changed",
        async (claim) => {
          await updateInvoice(tx, claim, params.part, () => invoiceFacts(body(), claim.currency), { seen, now });
          return params.part;
        },
        { kind: "invoices", id: params.part },
      );
      return invoiceOut(tx, params.id, params.part);
    },
  }),
  route({
    method: "DELETE",
    url: "/claims/:id/invoices/:part",
    tag,
    summary: "Removes an invoice",
    params: part("invoice"),
    status: 204,
    response: Gone,
    handle: ({ tx, actor, now, params, seen }) =>
      changeProof(
        tx,
        { actor, now },
        params.id,
        "invoice",
        "removed",
        async (claim) => {
          await removeInvoice(tx, claim, params.part, seen);
          return params.part;
        },
        { kind: "invoices", id: params.part },
      ).then(() => undefined),
  }),
];

/** Certified in-house cost of a claim. */
const certificationRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/claims/:id/certifications",
    tag,
    summary: "Adds a statement that certifies in-house cost",
    params: ofClaim,
    body: CertificationBody,
    status: 201,
    response: CertificationResource,
    handle: async ({ tx, actor, now, params, body }) => {
      const id = await changeProof(tx, { actor, now }, params.id, "certification", "added", (claim) =>
        addCertification(tx, claim, certificationFacts(body(), claim.currency), now),
      );
      return certificationOut(tx, params.id, id);
    },
  }),
  route({
    method: "PUT",
    url: "/claims/:id/certifications/:part",
    tag,
    summary: "Replaces a statement that certifies in-house cost",
    params: part("certification"),
    body: CertificationBody,
    response: CertificationResource,
    handle: async ({ tx, actor, now, params, body, seen }) => {
      await changeProof(
        tx,
        { actor, now },
        params.id,
        "certification",
        "changed",
        async (claim) => {
          await updateCertification(tx, claim, params.part, () => certificationFacts(body(), claim.currency), seen);
          return params.part;
        },
        { kind: "certifications", id: params.part },
      );
      return certificationOut(tx, params.id, params.part);
    },
  }),
  route({
    method: "DELETE",
    url: "/claims/:id/certifications/:part",
    tag,
    summary: "Removes a statement that certifies in-house cost",
    params: part("certification"),
    status: 204,
    response: Gone,
    handle: ({ tx, actor, now, params, seen }) =>
      changeProof(
        tx,
        { actor, now },
        params.id,
        "certification",
        "removed",
        async (claim) => {
          await removeCertification(tx, claim, params.part, seen);
          return params.part;
        },
        { kind: "certifications", id: params.part },
      ).then(() => undefined),
  }),
];

/** Proof documents and metrics of a claim. */
const documentRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/claims/:id/documents",
    tag,
    summary: "Adds a proof document: a file or a link, with a note",
    params: ofClaim,
    body: DocumentBody,
    status: 201,
    response: DocumentResource,
    handle: async ({ tx, actor, now, params, body }) => {
      const id = await changeProof(tx, { actor, now }, params.id, "document", "added", (claim) =>
        addDocument(tx, claim, body(), now),
      );
      return documentOut(tx, params.id, id);
    },
  }),
  route({
    method: "PATCH",
    url: "/claims/:id/documents/:part",
    tag,
    summary: "Changes the note or the slot of a proof document",
    params: part("document"),
    body: DocumentPatch,
    response: DocumentResource,
    handle: async ({ tx, actor, now, params, body, seen }) => {
      await changeProof(
        tx,
        { actor, now },
        params.id,
        "document",
        "changed",
        async (claim) => {
          await updateDocument(tx, claim, params.part, body, seen);
          return params.part;
        },
        { kind: "documents", id: params.part },
      );
      return documentOut(tx, params.id, params.part);
    },
  }),
  route({
    method: "DELETE",
    url: "/claims/:id/documents/:part",
    tag,
    summary: "Removes a proof document",
    params: part("document"),
    status: 204,
    response: Gone,
    handle: ({ tx, actor, now, params, seen }) =>
      changeProof(
        tx,
        { actor, now },
        params.id,
        "document",
        "removed",
        async (claim) => {
          await removeDocument(tx, claim, params.part, seen);
          return params.part;
        },
        { kind: "documents", id: params.part },
      ).then(() => undefined),
  }),
  route({
    method: "PUT",
    url: "/claims/:id/metrics",
    tag,
    summary: "Replaces the metric values: {code: value}",
    params: ofClaim,
    body: MetricsBody,
    response: z.object({ version: z.number().int(), metrics: MetricsResource }).meta({ id: "ClaimMetrics" }),
    handle: async ({ tx, actor, now, params, body, seen }) => {
      const claim = await replaceMetrics(tx, { actor, now, seen }, params.id, body);
      return { version: claim.version, metrics: evidenceToWire(await loadEvidence(tx, params.id)).metrics };
    },
  }),
];

/** Routes of everything a claim is proved with. */
export const claimProofRoutes = (): RouteDeclaration[] => [
  ...invoiceRoutes(),
  ...certificationRoutes(),
  ...documentRoutes(),
];
