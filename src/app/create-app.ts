import compress from "@fastify/compress";
import { certificationDocuments, mayReadFile, registerClaimFile, registerReceiptRoute } from "../claims/index.ts";
import { demoAccounts, demoPassword, registerDemoRoute, seedDemo } from "../demo/index.ts";
import { registerFileRoutes } from "../evidence/index.ts";
import { registerStatementFile } from "../funds/index.ts";
import { createSessionLookup, createWhoIs, registerSignIn } from "../identity/index.ts";
import { mailHandler, notificationSubscriber } from "../notifications/index.ts";
import { registerPlanFile } from "../plans/index.ts";
import type { Application, ApplicationDependencies, Closable, Program } from "../platform/command-line/index.ts";
import { createDatabase, type Database } from "../platform/database/index.ts";
import { eventDispatcher } from "../platform/events/index.ts";
import { type FileStorage, openFileStorage } from "../platform/files/index.ts";
import { createServer, serveRoutes } from "../platform/http/index.ts";
import { startWorker, type Worker } from "../platform/jobs/index.ts";
import { createLog, type Log } from "../platform/log/index.ts";
import { dryRunHandler, registerDryRunFile } from "../simulation/index.ts";
import { backupContent, checkAll } from "./check-all.ts";
import { clockJobs } from "./clock.ts";
import { registerOperations } from "./operations.ts";
import { operatorCommands } from "./operator-commands.ts";
import { allRoutes } from "./routes.ts";
import { registerWebPages } from "./web-pages.ts";

const POOL_SIZE = 12;

/** Bytes up to which an answer is compressed in one go: for a page of a list, a stream costs ten times the compression itself. */
const COMPRESSED_AT_ONCE = 128 * 1024;

/** The one clock of the program; everything else is handed the time. */
const now = (): Date => new Date();

interface Parts {
  readonly log: Log;
  readonly database: Database;
  readonly storage: FileStorage;
}

async function openParts({ config, appUrl }: ApplicationDependencies): Promise<Parts> {
  const log = createLog(config.logLevel);
  const database = createDatabase(appUrl, {
    max: POOL_SIZE,
    onError: (error) => log.warn({ err: error }, "database connection lost"),
  });
  const storage = await openFileStorage({ filesUrl: config.filesUrl, dataDir: config.dataDir }, now());
  return { log, database, storage };
}

/** Makes the web server with everything behind it, and the worker beside it unless the jobs run elsewhere. */
async function createApp(
  dependencies: ApplicationDependencies,
  options: { readonly jobs: boolean },
): Promise<Application> {
  const { config } = dependencies;
  const parts = await openParts(dependencies);
  let worker: Worker | undefined;
  const workerAlive = () => (options.jobs ? (worker?.alive() ?? false) : undefined);
  // Side by side: the worker waits for the database most of the time.
  const [web, jobs] = await Promise.allSettled([
    createWeb(dependencies, parts, workerAlive),
    options.jobs ? startJobs(dependencies, parts) : undefined,
  ]);
  if (jobs.status === "fulfilled") worker = jobs.value;
  if (web.status === "rejected" || jobs.status === "rejected") {
    if (web.status === "fulfilled") await web.value.close();
    await worker?.stop();
    await parts.database.close();
    throw web.status === "rejected" ? web.reason : (jobs as PromiseRejectedResult).reason;
  }
  const app = web.value;
  return {
    listen: () => app.listen({ host: config.host, port: config.port }),
    close: async () => {
      // Side by side: a long upload must not use up the time in which running jobs may end.
      await Promise.all([app.close(), worker?.stop()]);
      await parts.database.close();
    },
  };
}

/** The web server with all its routes and pages. */
async function createWeb(
  { config, appUrl }: ApplicationDependencies,
  parts: Parts,
  workerAlive: () => boolean | undefined,
) {
  const { log, database, storage } = parts;
  const lookup = createSessionLookup({
    pool: database.pool,
    secret: config.sessionSecret,
    baseUrl: config.baseUrl,
    now,
  });
  const app = await createServer({
    log,
    whoIs: createWhoIs(lookup),
    secure: config.baseUrl.startsWith("https:"),
    trustedProxy: config.trustedProxy,
  });
  await app.register(compress, {
    global: true,
    threshold: 1024,
    syncThreshold: COMPRESSED_AT_ONCE,
    // An answer is made for one reader: the tighter encodings cost more time than they save on the way.
    encodings: ["gzip", "deflate", "identity"],
    zlibOptions: { level: 1 },
  });
  registerOperations(app, { database, dataDir: config.dataDir, workerAlive });
  await registerSignIn(app, {
    databaseUrl: appUrl,
    db: database.db,
    baseUrl: config.baseUrl,
    secret: config.sessionSecret,
    production: config.production,
    log,
    now,
  });
  await registerFileRoutes(app, {
    db: database.db,
    storage,
    maxUploadBytes: config.maxUploadBytes,
    now,
    mayRead: mayReadFile,
  });
  registerReceiptRoute(app, { db: database.db });
  registerClaimFile(app, { db: database.db });
  registerPlanFile(app, { db: database.db, now });
  registerStatementFile(app, { db: database.db });
  registerDryRunFile(app, { db: database.db });
  serveRoutes(app, allRoutes(), { db: database.db, now });
  if (config.demo) registerDemoRoute(app);
  await registerWebPages(app);
  return app;
}

/** Starts what reacts to events and what the clock starts. */
function startJobs({ config, appUrl }: ApplicationDependencies, { log, database, storage }: Parts): Promise<Worker> {
  const { db } = database;
  const telling = { db, smtpUrl: config.smtpUrl, baseUrl: config.baseUrl, log, now };
  return startWorker({
    url: appUrl,
    log,
    handlers: [
      eventDispatcher([notificationSubscriber(telling), certificationDocuments({ db, storage, now })]),
      mailHandler(telling),
      dryRunHandler({ db, now }),
    ],
    schedule: clockJobs({ db, log, now }),
  });
}

/** The jobs without a web server. */
async function createWorker(dependencies: ApplicationDependencies): Promise<Closable> {
  const parts = await openParts(dependencies);
  const worker = await startJobs(dependencies, parts);
  return {
    close: async () => {
      await worker.stop();
      await parts.database.close();
    },
  };
}

/** Makes the demo data on an empty database. */
async function seed(dependencies: ApplicationDependencies): Promise<boolean> {
  const { log, database, storage } = await openParts(dependencies);
  try {
    return await seedDemo({ db: database.db, storage, now: now(), log });
  } finally {
    await database.close();
  }
}

/** What the command line runs. */
export const program: Program = {
  createApp,
  createWorker,
  seedDemo: seed,
  check: checkAll,
  backupContent,
  demoAccounts,
  demoPassword,
  ...operatorCommands(now),
};
