import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { type Actor, notFound, uuidOf } from "../kernel/index.ts";
import { type LinePosition, ledger } from "../ledger/index.ts";
import { type CsvColumn, columnNames, sendCsv } from "../platform/csv/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { API_BASE, parseOrRefuse } from "../platform/http/index.ts";
import type { Fund } from "./fund.ts";
import { StatementFileQuery } from "./fund-contract.ts";
import { assertMayView } from "./fund-queries.ts";
import { filterOf, type LineOut, lineOut } from "./fund-statement.ts";
import { loadFund } from "./fund-store.ts";
import { statementWords } from "./statement-sources.ts";

/** What the route of the file needs. `request.actor` is set before it runs. */
export interface StatementFileDeps {
  readonly db: Db;
}

/** How many lines are read at a time. */
const CHUNK = 500;

/** The columns of the file with their cells (docs/api.md, "The statement as a file"). Their order and names stay. */
const COLUMNS: readonly CsvColumn<LineOut>[] = [
  ["line_id", (line) => line.id],
  ["recorded_at", (line) => line.recordedAt],
  ["effective_on", (line) => line.effectiveOn],
  ["kind", (line) => line.kind],
  ["text", (line) => line.text],
  ["amount", (line) => line.amount.amount],
  ["moved", (line) => line.moved.amount],
  ["available_after", (line) => line.availableAfter.amount],
  ["currency", (line) => line.amount.currency],
  ["from_account", (line) => line.from],
  ["to_account", (line) => line.to],
  ["source_type", (line) => line.source.type],
  ["source_id", (line) => line.source.id],
  ["source_label", (line) => line.source.label],
  ["source_name", (line) => line.source.name],
  ["reason_code", (line) => line.reasonCode],
  ["reason", (line) => line.reason],
  ["note", (line) => line.note],
  ["paying_entities", (line) => line.payingEntities.map(({ code, amount }) => `${code} ${amount.amount}`).join("; ")],
  ["recorded_on", (line) => line.recordedOn],
];

/** Names of the columns, for the page that documents them. */
export const STATEMENT_COLUMNS: readonly string[] = columnNames(COLUMNS);

/** Registers `GET /funds/{id}/statement.csv`. It streams a file, so it is no JSON declaration like the others. */
export function registerStatementFile(app: FastifyInstance, deps: StatementFileDeps): void {
  app.get(`${API_BASE}/funds/:id/statement.csv`, (request, reply) => sendStatement(request, reply, deps));
}

async function sendStatement(request: FastifyRequest, reply: FastifyReply, { db }: StatementFileDeps) {
  const id = uuidOf("fund", (request.params as { id: string }).id);
  if (id === undefined) throw notFound("fund");
  const { actor } = request;
  const query = parseOrRefuse(StatementFileQuery, request.query, "query");
  const fund = await inTransaction(db, actor, async (tx) => {
    const found = await loadFund(tx, id);
    assertMayView(actor, found);
    return found;
  });
  return sendCsv(reply, `statement-${fund.usage.code}-${fund.currency}.csv`, COLUMNS, chunksOf(db, actor, fund, query));
}

/**
 * The lines chunk by chunk, newest first. Each chunk has a transaction of its own, so that a slow reader holds no
 * connection: lines are never changed, and new ones come before the first, so that the chunks fit together.
 */
async function* chunksOf(
  db: Db,
  actor: Actor,
  fund: Fund,
  query: z.output<typeof StatementFileQuery>,
): AsyncGenerator<readonly LineOut[]> {
  let after: LinePosition | undefined;
  do {
    const from = after;
    const lines = await inTransaction(db, actor, async (tx) => {
      const found = await ledger.fundLines(tx, fund.id, { ...filterOf(query), limit: CHUNK, after: from });
      const words = await statementWords(tx, actor, fund, found);
      return { found, out: found.map((line) => lineOut(line, words)) };
    });
    yield lines.out;
    after = lines.found.length === CHUNK ? lines.found.at(-1) : undefined;
  } while (after !== undefined);
}
