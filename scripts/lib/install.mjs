import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodePath, Refusal, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".fundproof-installed");

/** Installs with `npm ci` when node_modules is missing or older than the lock. Does nothing, quickly, otherwise. */
export async function ensureInstalled(say) {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(`${process.platform} ${process.arch}\n${text}`).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const lock = JSON.parse(text);
  if (findMissing(lock).length > 0) await install(lock, say);
  writeFileSync(stamp, wanted);
}

async function install(lock, say) {
  say("Installing the dependencies (about a minute, once) ...");
  await npm(process.execPath, ["ci"]);
  // On an older Node npm leaves out, without a word, the parts for this machine that ask for a newer one (the lock
  // marks them optional). The Node that has just been installed is new enough to fetch them.
  if (findMissing(lock).length > 0) await npm(nodePath(), ["install", "--no-save"]);
  const missing = findMissing(lock);
  if (missing.length > 0) say(`npm did not install: ${missing.join(", ")}. What needs them will fail.`);
}

async function npm(node, words) {
  // The build tools are needed to run from a clone, in production too.
  const include = [
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--no-progress",
    "--loglevel=error",
  ];
  // npm tells how it was called; without npm (node scripts/start.mjs) it is looked up on the PATH.
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith(".js")
    ? [node, [script]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const env = node === process.execPath ? process.env : toolEnvironment();
  const { code, output } = await run(command, [...first, ...words, ...include], { cwd: root, env });
  if (code !== 0) throw new Refusal(`npm ${words[0]} failed (exit code ${code}):\n${output.trim()}`);
}

/** What the lock names and npm has not noted as installed: everything needed, and what is optional but for this machine. */
function findMissing(lock) {
  const kept = join(modules, ".package-lock.json");
  const installed = existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")).packages ?? {}) : {};
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.link && isNeeded(entry))
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
}

function isNeeded(entry) {
  if (entry.optional !== true && entry.devOptional !== true) return true;
  if (entry.os === undefined && entry.cpu === undefined) return false;
  const fits = (list, here) => here === undefined || list === undefined || list.includes(here);
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc());
}

let knownLibc;
function libc() {
  if (process.platform !== "linux") return undefined;
  knownLibc ??= process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
  return knownLibc;
}
