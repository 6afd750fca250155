import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Database, migrationNames } from "../platform/database/index.ts";
import { API_BASE } from "../platform/http/index.ts";
import { programSchema } from "../programs/index.ts";
import { answersInTime } from "./answers-in-time.ts";
import { type MetricsDeps, registerMetrics } from "./metrics.ts";

/** What the operator's routes ask. */
export interface OperationsDeps extends MetricsDeps {
  /** True while the worker of this process answers; undefined when the jobs run elsewhere. */
  readonly workerAlive: () => boolean | undefined;
}

const DOCUMENT = fileURLToPath(new URL("../../openapi.json", import.meta.url));

/** Routes for those who run the program: is it up, is it ready, how is it doing, what is its API. */
export function registerOperations(app: FastifyInstance, deps: OperationsDeps): void {
  registerMetrics(app, deps);
  const migrations = migrationNames();
  app.get("/healthz", () => ({ status: "up" }));
  app.get("/readyz", async (_request, reply) => {
    const database = await stateOf(deps.database, migrations);
    const worker = deps.workerAlive();
    const ready = database === "migrated" && worker !== false;
    return reply.status(ready ? 200 : 503).send({
      status: ready ? "ready" : "not-ready",
      database,
      worker: worker === undefined ? "elsewhere" : worker ? "alive" : "stopped",
    });
  });
  let document: Promise<string> | undefined;
  app.get(`${API_BASE}/openapi.json`, { config: { open: true } }, async (_request, reply) => {
    document ??= readFile(DOCUMENT, "utf8");
    return reply.header("content-type", "application/json; charset=utf-8").send(await document);
  });
  // The form of editions is no secret: editors read it without signing in.
  app.get(`${API_BASE}/program-schema.json`, { config: { open: true } }, async (_request, reply) =>
    reply.header("content-type", "application/schema+json; charset=utf-8").send(programSchemaText()),
  );
}

let programSchemaJson: string | undefined;

function programSchemaText(): string {
  programSchemaJson ??= JSON.stringify(programSchema());
  return programSchemaJson;
}

type DatabaseState = "migrated" | "not-migrated" | "not-answering";

/** More migrations than this program knows are no fault: a newer version is being started beside it. */
async function stateOf({ db }: Database, migrations: readonly string[]): Promise<DatabaseState> {
  const answer = await answersInTime(
    sql<{ applied: number }>`
      select count(*)::integer as applied from schema_migration where name = any(${migrations})`.execute(db),
  );
  if (answer === undefined) return "not-answering";
  return answer.rows[0]?.applied === migrations.length ? "migrated" : "not-migrated";
}
