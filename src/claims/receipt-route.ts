import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify";
import { notFound, uuidOf } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { contentDisposition } from "../platform/files/index.ts";
import { API_BASE } from "../platform/http/index.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { renderReceipt } from "./render-receipt.ts";

/** What the receipt's route needs. `request.actor` is set before it runs. */
export interface ReceiptRouteDeps {
  readonly db: Db;
}

/** A PDF is compressed in itself. */
const UNCOMPRESSED: RouteShorthandOptions & { readonly compress: false } = { compress: false };

/** Registers `GET /claims/{id}/receipt`. It streams a document, so it is no JSON declaration like the others. */
export function registerReceiptRoute(app: FastifyInstance, deps: ReceiptRouteDeps): void {
  app.get(`${API_BASE}/claims/:id/receipt`, UNCOMPRESSED, (request, reply) => sendReceipt(request, reply, deps));
}

async function sendReceipt(request: FastifyRequest, reply: FastifyReply, { db }: ReceiptRouteDeps) {
  const id = uuidOf("claim", (request.params as { id: string }).id);
  if (id === undefined) throw notFound("claim");
  const receipt = await inTransaction(db, request.actor, (tx) => claimReceipt(tx, request.actor, id));
  return reply
    .headers({
      "cache-control": "private, no-cache",
      "content-disposition": contentDisposition("inline", `receipt-${receipt.number}.pdf`),
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    })
    .send(await renderReceipt(receipt));
}
