import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { enforce } from "../kernel/index.ts";
import { CSV_CHUNK, type CsvColumn, columnNames, pagesOf, sendCsv } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import { ClaimFileQuery } from "./claim-contract.ts";
import { mayListClaims } from "./claim-policy.ts";
import { type ClaimFileRow, fieldsOfListed, listClaimsForFile } from "./claim-queries.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface ClaimFileDeps {
  readonly db: Db;
}

/** The columns of the file with their cells (docs/api.md, "The claims as a file"). Their order and names stay. */
const COLUMNS: readonly CsvColumn<ClaimFileRow>[] = [
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
  ["sponsors", (claim) => claim.sponsors?.toString() ?? null],
  ["share_percent", (claim) => claim.sharePercent],
  ["event", (claim) => claim.event],
];

/** What programs ask of their own: a column for each field, after those that every file has. */
const columnsOf = (codes: readonly string[]): readonly CsvColumn<ClaimFileRow>[] => [
  ...COLUMNS,
  ...codes.map((code): CsvColumn<ClaimFileRow> => [`fields.${code}`, ({ fields }) => fields[code] ?? null]),
];

/** Names of the columns that every file has, for the page that documents them. */
export const CLAIM_COLUMNS: readonly string[] = columnNames(COLUMNS);

/** Registers `GET /claims.csv`. It streams a file, so it is no JSON declaration like the others. */
export function registerClaimFile(app: FastifyInstance, deps: ClaimFileDeps): void {
  app.get(`${API_BASE}/claims.csv`, (request, reply) => sendClaims(request, reply, deps));
}

/** The claims in sight, by number unless another order is asked for. */
async function sendClaims(request: FastifyRequest, reply: FastifyReply, { db }: ClaimFileDeps) {
  const { actor } = request;
  enforce(mayListClaims(actor));
  const query = parseOrRefuse(ClaimFileQuery, request.query, "query");
  const codes = await inTransaction(db, actor, (tx) => fieldsOfListed(tx, actor, query));
  const claims = pagesOf((cursor) =>
    inTransaction(db, actor, (tx) =>
      listClaimsForFile(tx, actor, { sort: "number", ...query, ...cursor, limit: CSV_CHUNK }),
    ),
  );
  return sendCsv(reply, "claims.csv", columnsOf(codes), claims);
}
