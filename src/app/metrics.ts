import { statfs } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../platform/database/index.ts";
import { answersInTime } from "./answers-in-time.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What a queue holds, as the database sees it. */
interface QueueRow {
  readonly queue: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** Seconds since the oldest job that could run already became due; 0 when none waits. */
  readonly overdue: number;
  /** Seconds since the oldest job that is not done was put on the queue; 0 when there is none. */
  readonly age: number;
}

/**
 * Everything that can be counted, in the form of Prometheus: answers by route, connections, queues, room on the disk. Jobs are
 * counted in the database, so that a web server alone also shows a worker that stands still.
 */
export function registerMetrics(app: FastifyInstance, { database, dataDir }: MetricsDeps): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  meterAnswers(app, registry);
  meterConnections(database, registry);
  const countQueues = meterQueues(database, registry);
  new Gauge({
    name: "data_folder_free_bytes",
    help: "Room left on the disk of DATA_DIR for this user",
    registers: [registry],
    async collect() {
      const { bavail, bsize } = await statfs(dataDir);
      this.set(bavail * bsize);
    },
  });
  app.get("/metrics", async (_request, reply) => {
    await countQueues();
    return reply.header("content-type", registry.contentType).send(await registry.metrics());
  });
}

/** What is looked at. */
export interface MetricsDeps {
  readonly database: Database;
  readonly dataDir: string;
}

function meterAnswers(app: FastifyInstance, registry: Registry): void {
  const registers = [registry];
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "http_server_errors_total",
    help: "Answers with a status of 500 or above",
    registers,
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) failures.inc();
  });
}

function meterConnections({ pool }: Database, registry: Registry): void {
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
}

/** Asks one question for all gauges; when the database does not answer, they are absent rather than old. */
function meterQueues(database: Database, registry: Registry): () => Promise<void> {
  const registers = [registry];
  const jobs = new Gauge({ name: "jobs", help: "Jobs by queue and state", labelNames: ["queue", "state"], registers });
  const overdue = new Gauge({
    name: "jobs_overdue_seconds",
    help: "How long the oldest job that could run has been waiting",
    labelNames: ["queue"],
    registers,
  });
  const lag = new Gauge({
    name: "event_lag_seconds",
    help: "Age of the oldest event that not everybody has been told of",
    registers,
  });
  const up = new Gauge({ name: "database_up", help: "1 when the database answers", registers });
  return async () => {
    const rows = await answersInTime(readQueues(database));
    up.set(rows === undefined ? 0 : 1);
    jobs.reset();
    overdue.reset();
    lag.remove();
    for (const row of rows ?? []) {
      jobs.set({ queue: row.queue, state: "waiting" }, row.waiting);
      jobs.set({ queue: row.queue, state: "running" }, row.running);
      jobs.set({ queue: row.queue, state: "failed" }, row.failed);
      overdue.set({ queue: row.queue }, row.overdue);
      if (row.queue === "event") lag.set(row.age);
    }
  };
}

async function readQueues({ db }: Database): Promise<readonly QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select q.name as queue,
           count(j.*) filter (where j.state in ('created', 'retry'))::integer as waiting,
           count(j.*) filter (where j.state = 'active')::integer as running,
           count(j.*) filter (where j.state = 'failed')::integer as failed,
           coalesce(extract(epoch from now() - min(j.start_after) filter (where j.state in ('created', 'retry') and j.start_after <= now())), 0)::float8 as overdue,
           coalesce(extract(epoch from now() - min(j.created_on) filter (where j.state <> 'failed')), 0)::float8 as age
      from pgboss.queue q
      left join pgboss.job j on j.name = q.name and j.state in ('created', 'retry', 'active', 'failed')
     group by q.name`.execute(db);
  return rows;
}
