import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config/index.ts";
import { makeDataFolder } from "../data-folder.ts";
import { withConnection } from "../database/connection.ts";
import { type Cluster, startCluster } from "../database/embedded-cluster.ts";
import { type Logins, prepareLogins } from "../database/logins.ts";
import { migrate } from "../database/migrate.ts";
import { type DataFolderLock, findHolder, lockDataFolder } from "./data-folder-lock.ts";
import { refuseUnfinishedRestore } from "./unfinished-restore.ts";

/** A migrated database, ready for use, and how to leave it. */
export interface OpenedDatabase extends Logins {
  /** Files applied at this start. */
  readonly applied: readonly string[];
  /** The embedded server, when this process runs it. */
  readonly cluster: Cluster | undefined;
  readonly close: () => Promise<void>;
}

const databaseName = "fundproof";

/** How a database is opened; without these as a program that works with it needs it. */
export interface OpenOptions {
  /** The data folder, when the caller holds it already; otherwise it is taken, or shared with a running `serve`. */
  readonly lock?: DataFolderLock | undefined;
  /** Called while the embedded database starts, when this process starts it. */
  readonly meanwhile?: () => void;
  /** False leaves the tables as they are. */
  readonly migrate?: boolean;
  /** True for the one command that may work in a data folder while it is restored. */
  readonly restoring?: boolean;
}

/**
 * Opens the database that the configuration names: the operator's own, or the embedded one, which is started when no
 * other process of ours runs it. Prepares the two logins and migrates.
 */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenedDatabase> {
  if (options.restoring !== true) refuseUnfinishedRestore(config.dataDir);
  await using undo = new AsyncDisposableStack();
  const { url, cluster } =
    config.databaseUrl === undefined ? await openEmbedded(config, options, undo) : { url: config.databaseUrl };
  const logins = await prepareLogins(url, config.databaseAppUrl);
  const applied = options.migrate === false ? [] : await migrate(logins.ownerUrl);
  const kept = undo.move();
  return { ...logins, applied, cluster, close: () => kept.disposeAsync() };
}

async function openEmbedded(
  config: Config,
  { lock, meanwhile }: OpenOptions,
  undo: AsyncDisposableStack,
): Promise<{ url: string; cluster?: Cluster }> {
  const folder = join(config.dataDir, "postgres");
  makeDataFolder(config.dataDir);
  if (lock === undefined && findHolder(config.dataDir) !== undefined) {
    const running = await startCluster({ folder });
    return { url: running.url(databaseName) };
  }
  if (lock === undefined) {
    const own = await lockDataFolder(config.dataDir);
    undo.defer(() => own.release());
  }
  const cluster = await startCluster({ folder, meanwhile });
  undo.defer(() => cluster.stop());
  await createDatabase(cluster);
  return { url: cluster.url(databaseName), cluster };
}

async function createDatabase(cluster: Cluster): Promise<void> {
  await withConnection(cluster.url("postgres"), "DATA_DIR", async (client) => {
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (rows.length === 0) await client.query(`create database ${pg.escapeIdentifier(databaseName)}`);
  });
}
