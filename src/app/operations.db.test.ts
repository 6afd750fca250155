import { tmpdir } from "node:os";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { asSuperuser } from "../../test/builders/ledger-fund.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { createDatabase } from "../platform/database/index.ts";
import { createServer } from "../platform/http/index.ts";
import { createLog } from "../platform/log/index.ts";
import { registerOperations } from "./operations.ts";

const database = useDatabase();
const close: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of close.splice(0)) await end();
});

/** The operator's routes over this database, with a worker that is there, has stopped, or runs elsewhere. */
async function operations(worker: boolean | undefined, url = database.appUrl): Promise<FastifyInstance> {
  const app = await createServer({ log: createLog("silent"), whoIs: async () => undefined, secure: false });
  const pool = createDatabase(url, { max: 1 });
  registerOperations(app, { database: pool, dataDir: tmpdir(), workerAlive: () => worker });
  app.get("/broken", () => Promise.reject(new Error("on purpose")));
  close.push(
    () => app.close(),
    () => pool.close(),
  );
  return app;
}

const ready = async (app: FastifyInstance) => {
  const { statusCode, body } = await app.inject("/readyz");
  return { code: statusCode, ...(JSON.parse(body) as Record<string, unknown>) };
};
/** The value of a metric, named as its line begins; undefined when there is no such line. */
const metric = async (app: FastifyInstance, name: string) => {
  const line = (await app.inject("/metrics")).body.split("\n").find((text) => text.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
};
/** Nobody listens there. */
const AWAY = "postgres://fundproof_app:x@127.0.0.1:1/fundproof";

describe("ready", () => {
  test.each([
    [true, 200, "alive"],
    [undefined, 200, "elsewhere"],
    [false, 503, "stopped"],
  ])("with a worker that is alive: %s", async (alive, code, worker) => {
    expect(await ready(await operations(alive))).toMatchObject({ code, database: "migrated", worker });
  });

  test("is not who waits for a migration that only this version knows", async () => {
    await asSuperuser(database, (client) =>
      client.query("update schema_migration set name = '9999_other' where name = '0001_platform'"),
    );
    expect(await ready(await operations(true))).toMatchObject({ code: 503, database: "not-migrated" });
    await asSuperuser(database, (client) =>
      client.query("update schema_migration set name = '0001_platform' where name = '9999_other'"),
    );
    expect(await ready(await operations(true))).toMatchObject({ code: 200 });
  });

  test("is not who cannot reach the database, and it is alive all the same", async () => {
    const app = await operations(true, AWAY);
    expect(await ready(app)).toMatchObject({ code: 503, database: "not-answering" });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
  });
});

describe("metrics", () => {
  test("count the jobs that wait, run and have failed, and tell how late they are", async () => {
    await asSuperuser(database, (client) =>
      client.query(
        `insert into pgboss.job (name, state, created_on, start_after, retry_limit, expire_seconds, deletion_seconds)
         select 'event', state::pgboss.job_state, now() - age * interval '1 second', now() - age * interval '1 second', 5, 900, 900
           from (values ('created', 30), ('retry', 20), ('active', 90), ('failed', 500), ('completed', 900)) as j (state, age)`,
      ),
    );
    const app = await operations(undefined);
    expect(await metric(app, "database_up")).toBe(1);
    expect(await metric(app, 'jobs{queue="event",state="waiting"}')).toBe(2);
    expect(await metric(app, 'jobs{queue="event",state="running"}')).toBe(1);
    expect(await metric(app, 'jobs{queue="event",state="failed"}')).toBe(1);
    expect(await metric(app, 'jobs{queue="dead",state="waiting"}')).toBe(0);
    const overdue = await metric(app, 'jobs_overdue_seconds{queue="event"}');
    expect(overdue).toBeGreaterThanOrEqual(30);
    expect(overdue).toBeLessThan(60);
    expect(await metric(app, "event_lag_seconds")).toBeGreaterThanOrEqual(90);
    await asSuperuser(database, (client) => client.query("delete from pgboss.job"));
    expect(await metric(app, "event_lag_seconds")).toBe(0);
  });

  test("time answers by route and status, and count failures", async () => {
    const app = await operations(true);
    await app.inject("/readyz");
    await app.inject("/broken");
    expect(await metric(app, 'http_request_seconds_count{method="GET",route="/readyz",status="200"}')).toBe(1);
    expect(await metric(app, "http_server_errors_total")).toBe(1);
    expect(await metric(app, 'database_connections{state="waited-for"}')).toBe(0);
    expect(await metric(app, "data_folder_free_bytes")).toBeGreaterThan(0);
  });

  test("say that the database is away and leave out what it would know, rather than tell old figures", async () => {
    const app = await operations(true, AWAY);
    expect(await metric(app, "database_up")).toBe(0);
    expect((await app.inject("/metrics")).body).not.toContain('jobs{queue="event"');
    expect(await metric(app, "event_lag_seconds")).toBeUndefined();
  });
});
