import type { Job } from "pg-boss";
import { PgBoss } from "pg-boss";
import { type Log, logWith } from "../log/index.ts";

/** What reacts to the jobs of one queue. Throwing means: try again later, then to the dead letters. */
export interface JobHandler {
  readonly queue: string;
  /** How many jobs are fetched at once and worked side by side. */
  readonly batchSize: number;
  handle(data: Record<string, unknown>, jobId: string): Promise<void>;
}

/** Something the clock starts: a cron line in a time zone. */
export interface ScheduledJob {
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  run(): Promise<void>;
}

/** The running worker. */
export interface Worker {
  /** True while the queue answers; `/readyz` asks. */
  alive(): boolean;
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

const CLOCK_QUEUE = "clock";
const POLLING_SECONDS = 0.5;
const STOP_TIMEOUT_MS = 15_000;

/** Starts the worker on the application login. The schema is made by migrations; the library may not change it. */
export async function startWorker(options: {
  readonly url: string;
  readonly log: Log;
  readonly handlers: readonly JobHandler[];
  readonly schedule: readonly ScheduledJob[];
}): Promise<Worker> {
  const { log, handlers, schedule } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    max: 3,
  });
  let alive = true;
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  boss.on("stopped", () => {
    alive = false;
  });
  await boss.start();
  for (const handler of handlers) {
    await boss.work<Record<string, unknown>>(
      handler.queue,
      {
        batchSize: handler.batchSize,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: POLLING_SECONDS,
      },
      (jobs) => Promise.all(jobs.map((job) => settle(handler, job, log))),
    );
  }
  await startClock(boss, schedule, log);
  return { alive: () => alive, stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }) };
}

function settle(handler: JobHandler, job: Job<Record<string, unknown>>, log: Log) {
  return logWith({ queue: handler.queue, job: job.id }, () => attempt(handler, job, log));
}

async function attempt(handler: JobHandler, job: Job<Record<string, unknown>>, log: Log) {
  try {
    await handler.handle(job.data, job.id);
    return { id: job.id, status: "completed" as const };
  } catch (error) {
    log.error({ err: error }, "job failed");
    return {
      id: job.id,
      status: "failed" as const,
      output: { message: error instanceof Error ? error.message : "unknown" },
    };
  }
}

async function startClock(boss: PgBoss, schedule: readonly ScheduledJob[], log: Log): Promise<void> {
  const jobs = new Map(schedule.map((job) => [job.name, job]));
  const known = await boss.getSchedules(CLOCK_QUEUE);
  for (const entry of known) if (!jobs.has(entry.key)) await boss.unschedule(CLOCK_QUEUE, entry.key);
  for (const job of schedule) {
    await boss.schedule(
      CLOCK_QUEUE,
      job.cron,
      { name: job.name },
      { tz: job.zone, key: job.name, singletonKey: job.name },
    );
  }
  await boss.work<{ name: string }>(CLOCK_QUEUE, { pollingIntervalSeconds: 5 }, async ([due]) => {
    const job = due && jobs.get(due.data.name);
    if (!job) return;
    await logWith({ queue: CLOCK_QUEUE, job: job.name }, () => {
      log.info("clock");
      return job.run();
    });
  });
}
