import { type Config, readConfig } from "../config/index.ts";
import { createLog } from "../log/index.ts";
import { type ExitCode, exitCodes } from "../operator-error.ts";
import type { Closable, LoadProgram, Program } from "./application.ts";
import type { Command, CommandCall } from "./command.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { refuseTakenPort } from "./free-port.ts";
import { openDatabase } from "./open-database.ts";
import { listenForStop, type StopRequest } from "./stop-request.ts";
import { watchCluster } from "./watch-cluster.ts";

/** Long enough for a large upload to end; then the rest of the shutdown goes on without it. */
const closeTimeoutMs = 25_000;

/** `serve`: the web server and the jobs, until somebody asks it to stop. */
export function serveCommand(load: LoadProgram): Command {
  return {
    name: "serve",
    summary: "Starts the program: database, web server and jobs",
    help:
      "Without DATABASE_URL it starts a PostgreSQL of its own under DATA_DIR. It migrates the database, makes the demo data\n" +
      "on a first start in demo mode, and then serves on HOST and PORT. Ctrl-C or SIGTERM stops everything cleanly.",
    options: [{ name: "without-jobs", help: "serve only; fundproof work does the jobs, here or on another machine" }],
    run: async (call) => {
      const stop = listenForStop();
      return serve(readConfig(process.env), load, call, stop);
    },
  };
}

/** `work`: the jobs alone, for machines that share a database with web servers elsewhere. */
export function workCommand(load: LoadProgram): Command {
  return {
    name: "work",
    summary: "Runs the jobs without a web server, beside a running serve or on a database of one's own",
    help:
      "Mails, notifications and everything the clock starts. Any number may run on one database, beside any number of web\n" +
      "servers; each job is done by one of them. Ctrl-C or SIGTERM lets running jobs end.",
    run: async (call) => {
      const stop = listenForStop();
      const config = readConfig(process.env);
      const say = sayerFor(config, call);
      await using ending = new AsyncDisposableStack();
      const database = await openDatabase(config);
      ending.defer(database.close);
      const worker = await (await load()).createWorker({ config, appUrl: database.appUrl });
      ending.defer(() => closeInTime(worker, say));
      if (database.cluster !== undefined) ending.use(watchCluster(database.cluster, say, stop.request));
      say("The jobs are running. Ctrl-C stops them.");
      say(`Stopping: ${await stop.requested}.`);
      return exitCodes.ok;
    },
  };
}

async function serve(config: Config, load: LoadProgram, call: CommandCall, stop: StopRequest): Promise<ExitCode> {
  const say = sayerFor(config, call);
  // Closed in reverse: first the web server and the jobs, then the pools, then the database, then the lock.
  await using ending = new AsyncDisposableStack();
  const lock = config.databaseUrl === undefined ? await lockDataFolder(config.dataDir) : undefined;
  if (lock !== undefined) {
    ending.defer(() => lock.release());
    void stop.requested.then(() => lock.announceStop());
  }
  await refuseTakenPort(config.host, config.port);
  // The program is read from the disk while the database starts: on two cores that saves half a second.
  let loading: Promise<Program> | undefined;
  const meanwhile = (): void => {
    loading = load();
    loading.catch(() => undefined);
  };
  const database = await openDatabase(config, { lock, meanwhile });
  ending.defer(database.close);
  if (database.applied.length > 0) say(`Database migrated: ${database.applied.join(", ")}`);
  if (stop.isRequested()) return exitCodes.ok;
  const program = await (loading ?? load());
  const dependencies = { config, appUrl: database.appUrl };
  if (config.demo && (await program.seedDemo(dependencies))) say("Demo data made.");
  if (stop.isRequested()) return exitCodes.ok;
  const app = await program.createApp(dependencies, { jobs: call.options["without-jobs"] !== true });
  ending.defer(() => closeInTime(app, say));
  await app.listen();
  if (database.cluster !== undefined) ending.use(watchCluster(database.cluster, say, stop.request));
  announce(config, program, say);
  say(`Stopping: ${await stop.requested}.`);
  return exitCodes.ok;
}

/** In production nobody sits at the terminal, and what reads the log expects JSON in every line. */
function sayerFor(config: Config, call: CommandCall): CommandCall["say"] {
  if (!config.production) return call.say;
  const log = createLog(config.logLevel);
  return (line) => {
    if (line.trim() !== "") log.info(line.trim());
  };
}

async function closeInTime(running: Closable, say: (line: string) => void): Promise<void> {
  const { promise: timeout, resolve } = Promise.withResolvers<"timeout">();
  const timer = setTimeout(() => resolve("timeout"), closeTimeoutMs);
  const ended = await Promise.race([running.close(), timeout]);
  clearTimeout(timer);
  if (ended === "timeout") say(`Something did not end within ${closeTimeoutMs / 1000} s and is cut off.`);
}

function announce(config: Config, program: Program, say: (line: string) => void): void {
  say("");
  say(`  Fundproof runs at ${config.baseUrl}`);
  if (config.demo) {
    const width = Math.max(...program.demoAccounts.map((account) => account.email.length));
    say("");
    say(`  Demo accounts, password: ${program.demoPassword}`);
    for (const account of program.demoAccounts) say(`    ${account.email.padEnd(width)}  ${account.who}`);
  }
  say("");
  say("  Ctrl-C stops it.");
  say("");
}
