import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { binary, nodePath, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const help = "Install one (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test";

/**
 * Finds a Chromium for the browser tests, or installs one: Debian's package as root on Debian, else Playwright's own.
 * @returns {Promise<{path?: string, fault?: string}>}
 */
export async function provideChromium(say) {
  const named = process.env.CHROMIUM;
  if (named) return (await runs(named)) ? { path: named } : { fault: `CHROMIUM=${named} does not run. ${help}` };
  const found = await find();
  if (found !== undefined) return { path: found };
  const tried = [];
  for (const install of [installFromDebian, installFromPlaywright]) {
    const said = await install(say);
    if (said === undefined) continue;
    const installed = await find();
    if (installed !== undefined) return { path: installed };
    tried.push(said);
  }
  return { fault: `There is no Chromium, and none could be installed. ${help}\n${tried.join("\n").trim()}` };
}

async function find() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      const path = join(folder, process.platform === "win32" ? `${name}.exe` : name);
      if (isExecutable(path) && (await runs(path))) return path;
    }
  }
  const script =
    "import('playwright-core').then((p) => console.log((p.chromium ?? p.default.chromium).executablePath()))";
  const { output } = await run(nodePath(), ["-e", script], { cwd: root, env: toolEnvironment() });
  const path = output.trim();
  return existsSync(path) && (await runs(path)) ? path : undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser without the libraries it needs is there, but of no use. */
async function runs(path) {
  return (await run(path, ["--version"], { env: process.env })).code === 0;
}

async function installFromDebian(say) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  say("Installing Chromium with apt-get (about a minute, once) ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  const update = await run("apt-get", [...lock, "update"], { env });
  const packages = ["chromium", "fonts-liberation"];
  const install = await run("apt-get", [...lock, "install", "-y", "--no-install-recommends", ...packages], { env });
  return tail(update.output + install.output);
}

async function installFromPlaywright(say) {
  say("Installing Playwright's Chromium (once) ...");
  const { output } = await run(binary("playwright"), ["install", "chromium"], { cwd: root, env: toolEnvironment() });
  return tail(output);
}

function tail(text) {
  return text.trim().split("\n").slice(-8).join("\n");
}
