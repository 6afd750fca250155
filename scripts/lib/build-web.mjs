import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressAssets } from "./compress-assets.mjs";
import { hashSources } from "./hash-sources.mjs";
import { binary, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

/** Everything the built pages come from. */
const sources = [
  "web",
  "src/money",
  "src/kernel",
  "vite.config.ts",
  "postcss.config.cjs",
  "lingui.config.ts",
  "tsconfig.json",
  "tsconfig.web.json",
  "package-lock.json",
];
const stamp = join(root, "dist", "web", ".built-from");
/** The table of routes is written by the build itself; tests are not part of it. */
const ignored = /routeTree\.gen\.ts$|\.test\.tsx?$/;

/** Builds the web when something it comes from has changed. @returns what the build said when it failed. */
export async function ensureWebBuilt(say) {
  const wanted = hashSources(sources, ignored);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return undefined;
  say("Building the web ...");
  const env = { ...toolEnvironment(), NODE_ENV: "production" };
  const { code, output } = await run(binary("vite"), ["build", "--logLevel", "warn"], { cwd: root, env });
  if (code !== 0) return output;
  compressAssets(join(root, "dist", "web"));
  writeFileSync(stamp, wanted);
  return undefined;
}
