import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, idText, notFound, uuidOf } from "../kernel/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { contentDisposition } from "../platform/files/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import type { DryRun } from "./dry-run.ts";
import { dryRunClaims } from "./dry-run-claims.ts";
import { type DryRunClaim, DryRunFileQuery, type DryRunFilters } from "./dry-run-contract.ts";
import { readableDryRun } from "./dry-run-queries.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface DryRunFileDeps {
  readonly db: Db;
}

/** How many claims are read at a time: the file is written while it is read, and never lies in memory whole. */
const CHUNK = 200;

/** The columns of the file with their cells. Their order and names stay. */
const COLUMNS: readonly (readonly [name: string, cell: (claim: DryRunClaim) => string | null])[] = [
  ["claim_id", (claim) => claim.id],
  ["claim_number", (claim) => claim.number],
  ["claim_name", (claim) => claim.name],
  ["partner_id", (claim) => claim.partner.id],
  ["partner_name", (claim) => claim.partner.name],
  ["location_number", (claim) => claim.location.partnerId],
  ["location_name", (claim) => claim.location.name],
  ["usage_period", (claim) => claim.usagePeriod],
  ["activity_type", (claim) => claim.activityType],
  ["execution_date", (claim) => claim.executionDate],
  ["currency", (claim) => claim.before.currency],
  ["before", (claim) => claim.before.amount],
  ["after", (claim) => claim.after.amount],
  ["difference", (claim) => claim.difference.amount],
  ["refused_before", (claim) => yesNo(claim.beforeRefused)],
  ["refused_after", (claim) => yesNo(claim.afterRefused)],
  ["reasons", (claim) => claim.reasons.map(({ rule, difference }) => `${rule} ${difference.amount}`).join("; ")],
];

/** Registers `GET /dry-runs/{id}/claims.csv`. It streams a file, so it is no JSON declaration like the others. */
export function registerDryRunFile(app: FastifyInstance, deps: DryRunFileDeps): void {
  app.get(`${API_BASE}/dry-runs/:id/claims.csv`, (request, reply) => sendClaims(request, reply, deps));
}

async function sendClaims(request: FastifyRequest, reply: FastifyReply, { db }: DryRunFileDeps) {
  const id = uuidOf("dryRun", (request.params as { id: string }).id);
  if (id === undefined) throw notFound("dry run");
  const { actor } = request;
  const query = parseOrRefuse(DryRunFileQuery, request.query, "query");
  const run = await inTransaction(db, actor, (tx) => readableDryRun(tx, actor, id));
  return reply
    .headers({
      "cache-control": "no-store",
      "content-disposition": contentDisposition("attachment", `dry-run-${idText("dryRun", run.id)}.csv`),
      "content-type": "text/csv; charset=utf-8",
      "x-content-type-options": "nosniff",
    })
    .send(Readable.from(fileOf(db, actor, run, query)));
}

/** The file chunk by chunk, by number of the claim. Each chunk has a transaction of its own: what was found never changes. */
async function* fileOf(db: Db, actor: Actor, run: DryRun, query: DryRunFilters): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  let cursor: string | undefined;
  do {
    const from = cursor;
    const { items, nextCursor } = await inTransaction(db, actor, (tx) =>
      dryRunClaims(tx, actor, run.id, { ...query, limit: CHUNK, sort: "number", cursor: from }),
    );
    if (items.length > 0) yield items.map((claim) => csvLine(COLUMNS.map(([, cell]) => cell(claim)))).join("");
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
