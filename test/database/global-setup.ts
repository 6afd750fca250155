import { existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureServerBuilt } from "../../scripts/lib/build-server.mjs";
import { withDatabase } from "../../src/platform/database/connection.ts";
import { startCluster } from "../../src/platform/database/embedded-cluster.ts";
import { prepareLogins } from "../../src/platform/database/logins.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { identifyProcess } from "../../src/platform/process-identity.ts";
import { shareFolder } from "../program/demo-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser's address of the test cluster, database `postgres`. */
    clusterUrl: string;
    /** Addresses of the two logins for the template; a clone differs in the database's name only. */
    templateLogins: { ownerUrl: string; appUrl: string };
  }
}

/** The database with all migrations that every test file clones. Nobody may be connected to it while that happens. */
export const templateName = "fundproof_template";

/** In memory where there is a place for it: cloning takes 8 ms instead of 100. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const prefix = "fundproof-test-cluster-";

/** One PostgreSQL for the whole run, thrown away with everything in it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepOldRuns();
  // Some tests start the whole program, most of them more than once: built, it starts in half the time.
  const fault = await ensureServerBuilt(console.log);
  if (fault !== undefined) throw new Error(`The server could not be built:\n${fault}`);
  const unshare = shareFolder();
  const home = join(memory, `${prefix}${process.pid}`);
  const cluster = await startCluster({ folder: join(home, "postgres"), fast: true });
  const tearDown = async (): Promise<void> => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
    unshare();
  };
  try {
    const admin = new pg.Client(cluster.url("postgres"));
    await admin.connect();
    await admin.query(`create database ${templateName}`);
    await admin.end();
    const logins = await prepareLogins(withDatabase(cluster.url("postgres"), templateName));
    await migrate(logins.ownerUrl);
    project.provide("clusterUrl", cluster.url("postgres"));
    project.provide("templateLogins", { ...logins });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

/** A run that was killed leaves a server in memory: ended here, so that it does not stay until the next reboot. */
async function sweepOldRuns(): Promise<void> {
  for (const name of readdirSync(memory).filter((entry) => entry.startsWith(prefix))) {
    if (identifyProcess(Number(name.slice(prefix.length))) !== undefined) continue;
    const home = join(memory, name);
    try {
      if (existsSync(join(home, "postgres", "postmaster.pid"))) {
        await (await startCluster({ folder: join(home, "postgres"), fast: true })).stop();
      }
      rmSync(home, { recursive: true, force: true });
    } catch {
      // It belongs to another user of the machine, or another run is sweeping it at this moment.
    }
  }
}
