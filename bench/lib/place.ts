import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { withDatabase } from "../../src/platform/database/connection.ts";
import { startCluster } from "../../src/platform/database/embedded-cluster.ts";
import { prepareLogins } from "../../src/platform/database/logins.ts";
import { migrate } from "../../src/platform/database/migrate.ts";

/** Where benchmarks run: a PostgreSQL, a folder on disk, and how much is to be done. */
export interface Place {
  /** Address of the superuser for a database of the cluster. */
  readonly clusterUrl: string;
  readonly folder: string;
  /** `tiny` only shows that everything still runs: its numbers mean nothing. */
  readonly size: "full" | "tiny";
  /** Programs that benchmarks have started and that still run. */
  readonly children: Set<ChildProcess>;
}

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A migrated database of one benchmark. Dropped when disposed. */
export interface BenchDatabase extends AsyncDisposable {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Runs SQL as the owner of the tables, acting for the program itself, as a migration would. */
  asOwner(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Writes many rows at once: without triggers, and without looking up each row that is referred to. */
  fill(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs SQL as who runs the server: for its statistics. */
  asSuperuser(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A place of its own on the disk of the temporary folder, with the same durability as in production. */
export async function openPlace(): Promise<Place & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), "fundproof-bench-"));
  const children = new Set<ChildProcess>();
  try {
    const cluster = await startCluster({ folder: join(folder, "postgres") });
    return {
      clusterUrl: cluster.url("postgres"),
      folder,
      size: "full",
      children,
      [Symbol.asyncDispose]: async () => {
        for (const child of children) child.kill("SIGKILL");
        await cluster.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes a migrated database without data. */
export async function openBenchDatabase({ clusterUrl }: Place, name: string): Promise<BenchDatabase> {
  const database = `bench_${name.replaceAll("-", "_")}_${process.pid}`;
  await run(clusterUrl, `create database ${database}`);
  const adminUrl = withDatabase(clusterUrl, database);
  const { ownerUrl, appUrl } = await prepareLogins(adminUrl);
  await migrate(ownerUrl);
  return {
    adminUrl,
    ownerUrl,
    appUrl,
    asOwner: (sql, values) => run(ownerUrl, sql, values, "-c app.side=system"),
    fill: (sql, values) => run(adminUrl, sql, values, "-c session_replication_role=replica"),
    asSuperuser: (sql, values) => run(adminUrl, sql, values),
    [Symbol.asyncDispose]: async () => {
      await run(clusterUrl, `drop database if exists ${database} with (force)`);
    },
  };
}

async function run(url: string, text: string, values?: readonly unknown[], options?: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, ...(options === undefined ? {} : { options }) });
  await client.connect();
  try {
    return (await client.query<Row>(text, values && [...values])).rows;
  } finally {
    await client.end();
  }
}
