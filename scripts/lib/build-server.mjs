import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hashSources } from "./hash-sources.mjs";
import { binary, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

const sources = ["src", "vite.server.config.ts", "tsconfig.json", "package-lock.json"];
const ignored = /\.test\.ts$|\.(md|ttf)$/;
/** Each build in a folder of its own: a program that runs goes on reading what it loads later from that it came from. */
const builds = join("dist", "server");
const kept = 10;

let known;
const current = () => (known ??= folderNow());
const folderNow = () => join(builds, hashSources(sources, ignored).slice(0, 16));

/** Builds the server when something it comes from has changed. @returns what the build said when it failed. */
export async function ensureServerBuilt(say) {
  if (existsSync(join(root, current()))) return undefined;
  say("Building the server ...");
  mkdirSync(join(root, builds), { recursive: true });
  // It appears whole or not at all, however many build it at the same time.
  const draft = mkdtempSync(join(root, builds, "draft-"));
  try {
    const words = ["build", "--config", "vite.server.config.ts", "--outDir", draft, "--logLevel", "warn"];
    const env = { ...toolEnvironment(), NODE_ENV: "production" };
    const { code, output } = await run(binary("vite"), words, { cwd: root, env });
    if (code !== 0) return output;
    if (folderNow() !== current()) return "Sources were changed while they were built. Start again.";
    keep(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
}

function keep(draft) {
  const folder = join(root, current());
  try {
    chmodSync(draft, 0o755);
    renameSync(draft, folder);
  } catch (error) {
    // Another one was quicker.
    if (!existsSync(folder)) throw error;
  }
  const madeAt = (name) => statSync(join(root, builds, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const others = readdirSync(join(root, builds)).filter((name) => !name.startsWith("draft-"));
  const old = others.sort((a, b) => madeAt(b) - madeAt(a)).slice(kept);
  for (const name of old) rmSync(join(root, builds, name), { recursive: true, force: true });
}

/**
 * The program, below the root: built, which starts in half the time, or from its sources where these have changed since or nothing
 * was built.
 */
export function programFile() {
  const built = join(current(), "main.js");
  return existsSync(join(root, built)) ? built : join("src", "main.ts");
}
