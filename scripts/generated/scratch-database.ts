import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDatabase } from "../../src/platform/database/connection.ts";
import { startCluster } from "../../src/platform/database/embedded-cluster.ts";
import { prepareLogins } from "../../src/platform/database/logins.ts";
import { migrate } from "../../src/platform/database/migrate.ts";

/** Runs `work` with the address of a fresh, migrated database that is thrown away afterwards. */
export async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-generate-"));
  const cluster = await startCluster({ folder: join(home, "postgres"), fast: true });
  try {
    const url = withDatabase(cluster.url("postgres"), "postgres");
    const logins = await prepareLogins(url);
    await migrate(logins.ownerUrl);
    return await work(url);
  } finally {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
