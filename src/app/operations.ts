import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../platform/database/index.ts";
import { API_BASE } from "../platform/http/index.ts";

/** What the operator's routes ask. */
export interface OperationsDeps {
  readonly database: Database;
  /** True while the worker of this process answers; undefined when the jobs run elsewhere. */
  readonly workerAlive: () => boolean | undefined;
}

const DOCUMENT = fileURLToPath(new URL("../../openapi.json", import.meta.url));
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Routes for those who run the program: is it up, is it ready, how is it doing, what is its API. */
export function registerOperations(app: FastifyInstance, deps: OperationsDeps): void {
  const registry = meter(app, deps.database);
  app.get("/healthz", () => ({ status: "up" }));
  app.get("/readyz", async (_request, reply) => {
    const database = await answers(deps.database);
    const worker = deps.workerAlive();
    const ready = database && worker !== false;
    return reply.status(ready ? 200 : 503).send({
      status: ready ? "ready" : "not-ready",
      database: database ? "migrated" : "not-answering",
      worker: worker === undefined ? "elsewhere" : worker ? "alive" : "stopped",
    });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.header("content-type", registry.contentType).send(await registry.metrics()),
  );
  let document: Promise<string> | undefined;
  app.get(`${API_BASE}/openapi.json`, { config: { open: true } }, async (_request, reply) => {
    document ??= readFile(DOCUMENT, "utf8");
    return reply.header("content-type", "application/json; charset=utf-8").send(await document);
  });
}

async function answers({ db }: Database): Promise<boolean> {
  try {
    await sql`select 1 from schema_migration limit 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

function meter(app: FastifyInstance, { pool }: Database): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const failures = new Counter({
    name: "http_server_errors_total",
    help: "Answers with a status of 500 or above",
    registers: [registry],
  });
  new Gauge({
    name: "database_connections",
    help: "Connections of the pool",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "waited-for" }, pool.waitingCount);
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) failures.inc();
  });
  return registry;
}
