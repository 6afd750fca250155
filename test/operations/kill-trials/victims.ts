import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePostmasterFile } from "../../../src/platform/database/postmaster-file.ts";

/** Whom a trial kills with signal 9: the program, its database with every process of it, both, or nobody. */
export type Victim = "application" | "database" | "both" | "nobody";

/** The process that leads the embedded database of a data folder. */
function postmasterOf(dataDir: string): { pid: number; port: number } {
  const found = parsePostmasterFile(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"));
  if (!found) throw new Error(`no database runs in ${dataDir}`);
  return found;
}

/** The superuser's address of the embedded database: for looking behind the walls. */
export function superuserUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, "postgres.password"), "utf8").trim();
  return `postgres://postgres:${password}@127.0.0.1:${postmasterOf(dataDir).port}/fundproof`;
}

/** Kills the database of a data folder: the first process and all it has started, so that nobody can tidy up. */
export function killDatabase(dataDir: string): void {
  const { pid } = postmasterOf(dataDir);
  const children = childrenOf(pid);
  for (const victim of [pid, ...children]) killIfThere(victim);
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself in between.
  }
}
