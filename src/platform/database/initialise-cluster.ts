import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { fullDiskHint } from "../data-folder.ts";
import { OperatorError } from "../operator-error.ts";
import type { Binaries } from "./cluster-binaries.ts";
import { type ClusterUser, handOver } from "./cluster-user.ts";

/** What the first start needs to know. */
export interface NewCluster {
  readonly folder: string;
  readonly fast?: boolean;
  readonly user: ClusterUser | undefined;
  readonly binaries: Binaries;
}

/** The superuser's password lies beside the folder of the database, readable by the program's user only. */
export function passwordFile(folder: string): string {
  return `${folder}.password`;
}

/**
 * Makes the files of a new cluster. They are made under another name first: a start that was killed half-way leaves no
 * folder that looks finished.
 *
 * @throws OperatorError with the words of initdb.
 */
export async function initialiseCluster(cluster: NewCluster): Promise<void> {
  const draft = `${cluster.folder}.new`;
  const secret = passwordFile(cluster.folder);
  rmSync(draft, { recursive: true, force: true });
  refuseOtherContent(cluster.folder);
  mkdirSync(draft, { mode: 0o700 });
  rmSync(secret, { force: true });
  writeFileSync(secret, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (cluster.user !== undefined) {
    handOver(draft, cluster.user);
    handOver(secret, cluster.user);
  }
  const locale = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${secret}`];
  const care = cluster.fast === true ? ["--no-sync"] : ["--data-checksums"];
  const as = cluster.user === undefined ? {} : { uid: cluster.user.uid, gid: cluster.user.gid };
  try {
    await promisify(execFile)(cluster.binaries.path("initdb"), ["-D", draft, ...login, ...locale, ...care], {
      cwd: draft,
      ...as,
    });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const words = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new OperatorError(
      `A database could not be made in ${cluster.folder}:\n${words}${fullDiskHint(dirname(cluster.folder))}`,
      { cause: error },
    );
  }
  if (process.getuid?.() === 0) chownSync(secret, 0, 0);
  renameSync(draft, cluster.folder);
}

/** An empty folder makes room; one with content that is not a database is somebody's, and is never touched. */
function refuseOtherContent(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0) {
    throw new OperatorError(
      `${folder} holds files but no database (PG_VERSION is missing). Move them away, or name another folder with DATA_DIR.`,
    );
  }
  rmdirSync(folder);
}
