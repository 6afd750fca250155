import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hashSources } from "./hash-sources.mjs";
import { binary, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

const sources = ["src", "vite.server.config.ts", "tsconfig.json", "package-lock.json"];
const ignored = /\.test\.ts$|\.(md|ttf)$/;
/** Each build in a folder of its own: a program that runs goes on reading what it loads later from that it came from. */
const builds = join("dist", "server");
const keptMs = 24 * 60 * 60 * 1000;

let known;
const current = () => (known ??= join(builds, hashSources(sources, ignored).slice(0, 16)));

/** Builds the server when something it comes from has changed. @returns what the build said when it failed. */
export async function ensureServerBuilt(say) {
  const folder = join(root, current());
  if (existsSync(folder)) return undefined;
  say("Building the server ...");
  // It appears whole or not at all, however many build it at the same time.
  const draft = `${folder}.${process.pid}`;
  const words = ["build", "--config", "vite.server.config.ts", "--outDir", draft, "--logLevel", "warn"];
  const { code, output } = await run(binary("vite"), words, {
    cwd: root,
    env: { ...toolEnvironment(), NODE_ENV: "production" },
  });
  if (code === 0 && !existsSync(folder)) renameSync(draft, folder);
  rmSync(draft, { recursive: true, force: true });
  if (code !== 0) return output;
  removeOldBuilds();
  return undefined;
}

function removeOldBuilds() {
  for (const name of readdirSync(join(root, builds))) {
    const path = join(builds, name);
    if (path === current() || Date.now() - statSync(join(root, path)).mtimeMs < keptMs) continue;
    rmSync(join(root, path), { recursive: true, force: true });
  }
}

/**
 * The program, below the root: built, which starts in half the time, or from its sources where these have changed since or nothing
 * was built.
 */
export function programFile() {
  const built = join(current(), "main.js");
  return existsSync(join(root, built)) ? built : join("src", "main.ts");
}
