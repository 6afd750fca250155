import { type SpawnOptions, spawn } from "node:child_process";
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";
import { fullDiskHint, makeDataFolder } from "../data-folder.ts";
import { OperatorError } from "../operator-error.ts";
import { type Binaries, findBinaries } from "./cluster-binaries.ts";
import { type ClusterUser, chooseClusterUser, handOver, openWayTo, refuseForeignFolder } from "./cluster-user.ts";
import { findFreePort } from "./free-local-port.ts";
import { initialiseCluster, passwordFile } from "./initialise-cluster.ts";
import { isPostgres, type Postmaster, parsePostmasterFile, readIfThere } from "./postmaster-file.ts";

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Address of the superuser for a database of the cluster. */
  readonly url: (database: string) => string;
  /** True when a server left by a killed process was taken over instead of started. */
  readonly adopted: boolean;
  /** False when the server was killed or crashed as a whole. */
  readonly isRunning: () => boolean;
  /** Starts a server that has gone once more, on the same port, so that pools find it again. */
  readonly restart: () => Promise<void>;
  /** Stops the server; connections still open are ended, nothing committed is lost. Harmless when it is down already. */
  readonly stop: () => Promise<void>;
}

/** Where the cluster lives and how it is run. */
export interface ClusterOptions {
  /** Folder of the database files, made when missing. Its parent holds the password file beside it. */
  readonly folder: string;
  /** For tests only: gives durability away for speed. */
  readonly fast?: boolean;
  /** Called when the server has been told to start: there is time for other work until it answers. */
  readonly meanwhile?: (() => void) | undefined;
}

interface Place extends ClusterOptions {
  readonly user: ClusterUser | undefined;
  readonly binaries: Binaries;
}

const startAttempts = 5;

/**
 * Starts the embedded PostgreSQL, or takes over the one that a killed process left running. It listens on 127.0.0.1
 * only, on a free port chosen anew at each start, and asks for a password that only this machine's user can read.
 *
 * @throws OperatorError when a folder is closed to the database's user or the server does not come up.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = await prepare(options);
  const running = await findRunning(place);
  const port = running?.port ?? (await startServer(place));
  return {
    url: (database) => addressOf(place, port, database),
    adopted: running !== undefined,
    isRunning: () => {
      const current = parsePostmasterFile(readIfThere(pidFile(place)) ?? "");
      return current !== undefined && isPostgres(current.pid);
    },
    restart: async () => {
      if ((await findRunning(place)) === undefined) await startServer(place, port);
    },
    stop: () => stopServer(place),
  };
}

async function stopServer(place: Place): Promise<void> {
  const stopped = await control(place, ["stop", "-m", "fast", "-w", "-t", "60"]);
  if (stopped !== 0 && (await findRunning(place)) !== undefined) {
    throw new OperatorError(`PostgreSQL in ${place.folder} did not stop; see ${logFile(place)}.`);
  }
}

async function prepare(options: ClusterOptions): Promise<Place> {
  const given = resolve(options.folder);
  makeDataFolder(dirname(given));
  const folder = join(realpathSync(dirname(given)), basename(given));
  const user = chooseClusterUser(existsSync(folder) ? statSync(folder) : undefined);
  if (user !== undefined) {
    openWayTo(dirname(folder), user);
    if (existsSync(folder)) handOver(folder, user);
  } else if (existsSync(folder)) refuseForeignFolder(folder);
  const place = { ...options, folder, user, binaries: findBinaries(user) };
  if (!existsSync(join(folder, "PG_VERSION"))) await initialiseCluster(place);
  return place;
}

function logFile(place: Place): string {
  return join(place.folder, "server.log");
}

function pidFile(place: Place): string {
  return join(place.folder, "postmaster.pid");
}

function addressOf(place: Place, port: number, database: string): string {
  const password = readIfThere(passwordFile(place.folder))?.trim();
  if (password === undefined) {
    throw new OperatorError(
      `The password of the database in ${place.folder} is missing: ${passwordFile(place.folder)}.\n` +
        "Put the file back from a backup, or name another folder with DATA_DIR.",
    );
  }
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Looks for a server that runs on the folder already. Clears away a `postmaster.pid` that points at a stranger. */
async function findRunning(place: Place): Promise<Postmaster | undefined> {
  const path = pidFile(place);
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const found = parsePostmasterFile(text);
  if (found !== undefined && isPostgres(found.pid)) {
    if (await answers(addressOf(place, found.port, "postgres"))) return found;
    // It is on its way down, or another cluster's server got the id: the first goes within seconds, the second stays.
    if (await isGoneSoon(path)) return undefined;
  }
  if (found === undefined || (await control(place, ["status"])) === 0) rmSync(path, { force: true });
  return undefined;
}

async function isGoneSoon(path: string): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (!existsSync(path)) return true;
    await pause(100);
  }
  return false;
}

/** True when our own server answers with our own password; waits for one that is still recovering. */
async function answers(url: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      return true;
    } catch (error) {
      const isStarting = error instanceof pg.DatabaseError && error.code === "57P03";
      if (!isStarting || error.message.includes("shutting down")) return false;
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(100);
  }
  return false;
}

async function startServer(place: Place, formerPort?: number): Promise<number> {
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    const port = formerPort ?? (await findFreePort());
    rmSync(logFile(place), { force: true });
    const args = ["start", "-w", "-t", "60", "-l", logFile(place), "-o", serverOptions(port, place.fast === true)];
    const started = control(place, args);
    if (attempt === 1) place.meanwhile?.();
    if ((await started) === 0) return port;
    // Both pass by themselves: somebody took the port in between, or helpers of a killed server are still dying.
    if (!/could not bind|pre-existing shared memory|Address already in use/.test(readIfThere(logFile(place)) ?? ""))
      break;
    await pause(200 * attempt);
  }
  const log = readIfThere(logFile(place))?.trim().split("\n").slice(-6).join("\n  ");
  throw new OperatorError(
    `PostgreSQL did not start in ${place.folder}. ${log === undefined ? "It wrote no log." : `Its last words (${logFile(place)}):\n  ${log}`}${fullDiskHint(place.folder)}`,
  );
}

function serverOptions(port: number, fast: boolean): string {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=100",
    "log_min_messages=warning",
    ...(fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"] : []),
  ];
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
}

/** Runs pg_ctl on the folder and gives its exit code. Detached: Ctrl-C in the terminal is not the database's to hear. */
function control(place: Place, args: readonly string[]): Promise<number> {
  const [action, ...rest] = args as [string, ...string[]];
  const options: SpawnOptions = { stdio: "ignore", detached: true, cwd: place.folder, windowsHide: true };
  if (place.user !== undefined) Object.assign(options, { uid: place.user.uid, gid: place.user.gid });
  return new Promise((done, fail) => {
    const child = spawn(place.binaries.path("pg_ctl"), [action, "-D", place.folder, ...rest], options);
    child.on("error", (error) =>
      fail(new OperatorError(`pg_ctl could not be run: ${error.message}`, { cause: error })),
    );
    child.on("exit", (code) => done(code ?? 1));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
