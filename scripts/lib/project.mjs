// Where things are. These scripts run before anything is installed, on Node 20: no dependencies, no TypeScript.
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

const isWindows = process.platform === "win32";

/** A message for the person who called, without a stack trace. */
export class Refusal extends Error {}

/** The Node that the program is written for; it comes with the dependencies, whatever the machine has. */
export function nodePath() {
  const path = join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");
  if (existsSync(path)) return path;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major === 24 && minor >= 12) return process.execPath;
  throw new Refusal(
    "Node 24 is missing in node_modules, because npm did not run its install script (ignore-scripts?).\n" +
      "Run: npm rebuild node --ignore-scripts=false, or start this with Node 24.12 or newer.",
  );
}

/**
 * The environment in which Node keeps what it compiled, which saves a second of each start after the first. Where the folder
 * cannot be written nothing is kept, and nothing fails.
 */
export function programEnvironment() {
  return { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"), ...process.env };
}

/** The environment in which every tool finds this Node and the project's programs first. */
export function toolEnvironment() {
  const first = [dirname(nodePath()), join(root, "node_modules", ".bin")];
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { ...programEnvironment(), [name]: [...first, process.env[name] ?? ""].join(delimiter) };
}

/** A program of the project's dependencies, as `spawn` wants it. */
export function binary(name) {
  return join(root, "node_modules", ".bin", isWindows ? `${name}.cmd` : name);
}

/** Runs a script's main function; a refusal is printed as it is and ends with 1. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
