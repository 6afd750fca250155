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
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { partRoutes } from "./part-routes.ts";
import { replaceMetrics } from "./put-metrics.ts";

const invoiceRoutes = (): RouteDeclaration[] =>
  partRoutes({
    one: "invoice",
    listed: "invoices",
    words: "an invoice with its lines",
    body: InvoiceBody,
    change: { method: "PUT", body: InvoiceBody, summary: "Replaces an invoice" },
    response: InvoiceResource,
    add: (tx, claim, body, now) => addInvoice(tx, claim, invoiceFacts(body, claim.currency), now),
    update: (tx, claim, id, body, options) =>
      updateInvoice(tx, claim, id, () => invoiceFacts(body(), claim.currency), options),
    remove: removeInvoice,
    toWire: invoiceToWire,
  });

const certificationRoutes = (): RouteDeclaration[] =>
  partRoutes({
    one: "certification",
    listed: "certifications",
    words: "a statement that certifies in-house cost",
    body: CertificationBody,
    change: {
      method: "PUT",
      body: CertificationBody,
      summary: "Replaces a statement that certifies in-house cost",
    },
    response: CertificationResource,
    add: (tx, claim, body, now) => addCertification(tx, claim, certificationFacts(body, claim.currency), now),
    update: (tx, claim, id, body, { seen }) =>
      updateCertification(tx, claim, id, () => certificationFacts(body(), claim.currency), seen),
    remove: removeCertification,
    toWire: certificationToWire,
  });

const documentRoutes = (): RouteDeclaration[] =>
  partRoutes({
    one: "document",
    listed: "documents",
    words: "a proof document: a file or a link, with a note",
    body: DocumentBody,
    change: { method: "PATCH", body: DocumentPatch, summary: "Changes the note or the slot of a proof document" },
    response: DocumentResource,
    add: addDocument,
    update: (tx, claim, id, body, { seen }) => updateDocument(tx, claim, id, body, seen),
    remove: removeDocument,
    toWire: documentToWire,
  });

const metricsRoute = (): RouteDeclaration =>
  route({
    method: "PUT",
    url: "/claims/:id/metrics",
    tag: "claims",
    summary: "Replaces the metric values: {code: value}",
    params: idParams("claim"),
    body: MetricsBody,
    response: z.object({ version: z.number().int(), metrics: MetricsResource }).meta({ id: "ClaimMetrics" }),
    handle: async ({ tx, actor, now, params: { id }, body, seen }) => {
      const claim = await replaceMetrics(tx, { actor, now, seen }, id, body);
      return { version: claim.version, metrics: evidenceToWire(await loadEvidence(tx, id)).metrics };
    },
  });

/** Routes of everything a claim is proved with. */
export const claimProofRoutes = (): RouteDeclaration[] => [
  ...invoiceRoutes(),
  ...certificationRoutes(),
  ...documentRoutes(),
  metricsRoute(),
];
