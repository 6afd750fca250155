import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Something that tells a process from a later one with the same id: when it began. Undefined when no such process
 * lives. Ids are given again soon, above all in containers, where the program often has the same id at each start.
 */
export function identifyProcess(pid: number): string | undefined {
  try {
    if (process.platform === "linux") return identifyOnLinux(pid);
    if (process.platform !== "win32") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
    }
    process.kill(pid, 0);
    return "alive";
  } catch {
    return undefined;
  }
}

function identifyOnLinux(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in brackets and may hold spaces; state is field 3, the start in clock ticks field 22.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
}
