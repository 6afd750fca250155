import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { identifyProcess } from "../process-identity.ts";

/** What a running server writes into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Reads the text of `postmaster.pid`; undefined where it was cut off. */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : undefined;
}

/** Reads a file that may not be there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * True when the process is a PostgreSQL server. After a crash of the machine or in a new container, the id in an old
 * `postmaster.pid` may belong to any program, or to a dead one that nobody has waited for; PostgreSQL itself only looks
 * whether some process has it.
 */
export function isPostgres(pid: number): boolean {
  if (identifyProcess(pid) === undefined) return false;
  try {
    if (process.platform === "linux") return nameOnLinux(pid).startsWith("postgres");
    if (process.platform === "win32") return true;
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
  } catch {
    return false;
  }
}

function nameOnLinux(pid: number): string {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    // The link of another user's process may not be read; its name may.
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  }
}
