import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, enforce } from "../kernel/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { contentDisposition } from "../platform/files/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import { ClaimFileQuery, type ClaimListItem } from "./claim-contract.ts";
import { mayListClaims } from "./claim-policy.ts";
import { listClaims } from "./claim-queries.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface ClaimFileDeps {
  readonly db: Db;
}

/** How many claims are read at a time: the file is written while it is read, and never lies in memory whole. */
const CHUNK = 200;

/** The columns of the file with their cells (docs/api.md, "The claims as a file"). Their order and names stay. */
const COLUMNS: readonly (readonly [name: string, cell: (claim: ClaimListItem) => string | null])[] = [
  ["claim_id", (claim) => claim.id],
  ["number", (claim) => claim.number],
  ["name", (claim) => claim.name],
  ["status", (claim) => claim.status],
  ["program", (claim) => claim.program],
  ["partner_name", (claim) => claim.partner.name],
  ["partner_id", (claim) => claim.location.partnerId],
  ["location_name", (claim) => claim.location.name],
  ["usage_period", (claim) => claim.usagePeriod],
  ["activity_type", (claim) => claim.activityType],
  ["activity_type_name", (claim) => claim.activityTypeName],
  ["plan_number", (claim) => claim.plan?.number ?? null],
  ["plan_activity", (claim) => claim.planActivity?.name ?? null],
  ["execution_date", (claim) => claim.executionDate],
  ["amount_claimed", (claim) => claim.amountClaimed?.amount ?? null],
  ["amount_approved", (claim) => claim.amountApproved?.amount ?? null],
  ["currency", (claim) => claim.currency],
  ["due_side", (claim) => claim.dueSide],
  ["due_on", (claim) => claim.dueOn],
  ["updated_at", (claim) => claim.updatedAt],
];

/** Names of the columns, for the page that documents them. */
export const CLAIM_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** Registers `GET /claims.csv`. It streams a file, so it is no JSON declaration like the others. */
export function registerClaimFile(app: FastifyInstance, deps: ClaimFileDeps): void {
  app.get(`${API_BASE}/claims.csv`, (request, reply) => sendClaims(request, reply, deps));
}

async function sendClaims(request: FastifyRequest, reply: FastifyReply, { db }: ClaimFileDeps) {
  const { actor } = request;
  enforce(mayListClaims(actor));
  const query = parseOrRefuse(ClaimFileQuery, request.query, "query");
  return reply
    .headers({
      "cache-control": "no-store",
      "content-disposition": contentDisposition("attachment", "claims.csv"),
      "content-type": "text/csv; charset=utf-8",
      "x-content-type-options": "nosniff",
    })
    .send(Readable.from(fileOf(db, actor, query)));
}

/**
 * The file chunk by chunk, by number unless another order is asked for. Each chunk has a transaction of its own, so that a
 * slow reader holds no connection; a claim that changes meanwhile stands in it as it was when its chunk was read.
 */
async function* fileOf(db: Db, actor: Actor, query: ClaimFileQuery): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(CLAIM_COLUMNS);
  let cursor: string | null = null;
  do {
    const after: { cursor?: string } = cursor === null ? {} : { cursor };
    const { items, nextCursor } = await inTransaction(db, actor, (tx) =>
      listClaims(tx, actor, { sort: "number", ...query, ...after, limit: CHUNK }),
    );
    const text = items.map((claim) => csvLine(COLUMNS.map(([, cell]) => cell(claim)))).join("");
    if (text !== "") yield text;
    cursor = nextCursor;
  } while (cursor !== null);
}
