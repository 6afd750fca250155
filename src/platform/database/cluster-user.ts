import { accessSync, chmodSync, constants, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorError } from "../operator-error.ts";

/** The system user that owns the database files; absent where the process itself is an ordinary user. */
export interface ClusterUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the one that owns the data already, else
 * `postgres`, else `nobody`. Ordinary users run it themselves.
 *
 * @param dataOwner owner of an existing data folder, so that root can continue what an ordinary user began.
 */
export function chooseClusterUser(dataOwner?: { uid: number; gid: number }): ClusterUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (dataOwner !== undefined && dataOwner.uid !== 0) {
    return { name: `user ${dataOwner.uid}`, uid: dataOwner.uid, gid: dataOwner.gid };
  }
  const users = readFileSync("/etc/passwd", "utf8");
  const user = findUser(users, "postgres") ?? findUser(users, "nobody");
  if (user !== undefined) return user;
  throw new OperatorError(
    "PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody.\n" +
      "Start the program as an ordinary user, or make one: useradd --system postgres",
  );
}

/** Finds a user with an id above zero in the text of /etc/passwd. */
export function findUser(passwd: string, name: string): ClusterUser | undefined {
  const fields = passwd
    .split("\n")
    .find((line) => line.startsWith(`${name}:`))
    ?.split(":");
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { name, uid, gid } : undefined;
}

/** True when the user may pass through (or read) something with this mode and owner. */
function allows(entry: { mode: number; uid: number; gid: number }, user: ClusterUser, bit: 1 | 4): boolean {
  if (entry.uid === user.uid) return (entry.mode & (bit << 6)) !== 0;
  if (entry.gid === user.gid) return (entry.mode & (bit << 3)) !== 0;
  return (entry.mode & bit) !== 0;
}

/** The topmost folder on the way to `path` (the last one included) that the user may not pass, if there is one. */
export function findClosedFolder(path: string, user: ClusterUser): string | undefined {
  const folders: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => !allows(statSync(folder), user, 1));
}

/**
 * Makes sure that the database's user can reach the data: opens DATA_DIR itself, which is ours, for passing through,
 * but never a folder above it, because that is the operator's to decide.
 *
 * @param dataDir existing folder, without symbolic links in its path.
 * @throws OperatorError that names the folder in the way and the three ways out.
 */
export function openWayTo(dataDir: string, user: ClusterUser): void {
  const closed = findClosedFolder(dirname(dataDir), user);
  if (closed !== undefined) {
    throw new OperatorError(
      `As root the database runs as ${user.name}, and ${user.name} may not pass the folder ${closed} on the way to ${dataDir}.\n` +
        "One of these helps:\n" +
        "  another data folder:     DATA_DIR=/var/lib/fundproof npm start\n" +
        `  open the folder to pass: chmod o+x ${closed}\n` +
        "  an ordinary user:        start the program as the user who owns the folder",
    );
  }
  const entry = statSync(dataDir);
  if (!allows(entry, user, 1)) chmodSync(dataDir, (entry.mode & 0o7777) | 0o011);
}

/** Gives a folder and everything in it to the database's user; the folder itself last, so that it tells of a whole job. */
export function handOver(path: string, user: ClusterUser): void {
  const entry = lstatSync(path);
  if (entry.uid === user.uid) return;
  if (entry.isDirectory()) for (const name of readdirSync(path)) handOver(join(path, name), user);
  lchownSync(path, user.uid, user.gid);
}

/**
 * An ordinary user cannot start what another user began.
 * @throws OperatorError when the folder exists and belongs to somebody else.
 */
export function refuseForeignFolder(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const owner = statSync(path).uid;
    throw new OperatorError(
      `The database folder ${path} belongs to user ${owner} and the program runs as user ${process.getuid?.() ?? "?"}.\n` +
        `Start it as the user who started it before, give the folder away (chown -R), or name another one with DATA_DIR.`,
      { cause: error },
    );
  }
}
