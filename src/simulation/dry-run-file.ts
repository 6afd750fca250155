import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { idText, notFound, uuidOf } from "../kernel/index.ts";
import { CSV_CHUNK, type CsvColumn, pagesOf, sendCsv } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import { dryRunClaims } from "./dry-run-claims.ts";
import { type DryRunClaim, DryRunFileQuery } from "./dry-run-contract.ts";
import { readableDryRun } from "./dry-run-queries.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface DryRunFileDeps {
  readonly db: Db;
}

/** The columns of the file with their cells. Their order and names stay. */
const COLUMNS: readonly CsvColumn<DryRunClaim>[] = [
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

/** The claims behind the numbers, by number of the claim: what was found never changes. */
async function sendClaims(request: FastifyRequest, reply: FastifyReply, { db }: DryRunFileDeps) {
  const id = uuidOf("dryRun", (request.params as { id: string }).id);
  if (id === undefined) throw notFound("dry run");
  const { actor } = request;
  const query = parseOrRefuse(DryRunFileQuery, request.query, "query");
  const run = await inTransaction(db, actor, (tx) => readableDryRun(tx, actor, id));
  const claims = pagesOf((cursor) =>
    inTransaction(db, actor, (tx) =>
      dryRunClaims(tx, actor, run.id, { ...query, ...cursor, limit: CSV_CHUNK, sort: "number" }),
    ),
  );
  return sendCsv(reply, `dry-run-${idText("dryRun", run.id)}.csv`, COLUMNS, claims);
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
