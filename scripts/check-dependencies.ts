import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/**
 * Who may import whom (ARCHITECTURE.md). Each layer may import what stands before it; a slice is entered through its
 * index.ts only. Prints every arrow that runs the wrong way and every circle, and fails when there is one.
 */
const LAYERS: readonly string[] = [
  "money",
  "kernel",
  "platform",
  "ledger",
  "identity",
  "conversations",
  "programs",
  "profiles",
  "enrollments",
  "funds",
  "plans",
  "evidence",
  "claims",
  "reviews",
  "simulation",
  "associations",
  "engagements",
  "earnings",
  "payouts",
  "notifications",
  "reports",
  "demo",
  "app",
];
const FIRST_SLICE = LAYERS.indexOf("ledger");
/** May be used by the pure web and by nobody else of it. */
const WEB_MAY_USE = ["money", "kernel"];
/** Knows events only (ARCHITECTURE.md): no capability behind identity. */
const ONLY_EVENTS = { slice: "notifications", may: ["money", "kernel", "platform", "identity"] };

const root = resolve(import.meta.dirname, "..");
const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)"(\.{1,2}\/[^"]+)"/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(IMPORT)].map((match) => relative(root, resolve(root, dirname(file), match[1] ?? "")));
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const sources = globSync(["src/**/*.ts", "checks/**/*.ts", "bench/**/*.ts", "web/**/*.{ts,tsx}"], { cwd: root }).filter(
  (file) => !isTest(file) && !file.includes(".gen."),
);
const faults: string[] = [];

/** `src/claims/x.ts` -> claims; `src/app.ts` and `src/main.ts` -> app; outside src undefined. */
function layerOf(file: string): string | undefined {
  const [top, second] = file.split("/");
  if (top !== "src" || second === undefined) return undefined;
  return second.endsWith(".ts") ? "app" : second;
}

function judge(from: string, to: string): string | undefined {
  const target = layerOf(to);
  if (from.startsWith("web/")) {
    if (target === undefined) return undefined;
    return WEB_MAY_USE.includes(target) ? undefined : `the web may import ${WEB_MAY_USE.join(" and ")} only`;
  }
  // The invariants ask tables only: the program uses them, they know nothing of it.
  if (from.startsWith("checks/")) return to.startsWith("checks/") ? undefined : "checks know nothing of the program";
  const source = layerOf(from);
  if (source === undefined || target === undefined)
    return to.startsWith("web/") ? "the server does not import the web" : undefined;
  if (source === target) return undefined;
  const [a, b] = [LAYERS.indexOf(source), LAYERS.indexOf(target)];
  if (a < 0 || b < 0)
    return `unknown layer ${a < 0 ? source : target}: give it a place in scripts/check-dependencies.ts`;
  if (b > a) return `${source} stands before ${target} and may not know it`;
  if (source === ONLY_EVENTS.slice && !ONLY_EVENTS.may.includes(target)) return `${source} knows events only`;
  if (b >= FIRST_SLICE && source !== "app" && !/^src\/[^/]+\/index\.ts$/.test(to))
    return `enter ${target} through its index.ts`;
  return undefined;
}

const graph = new Map<string, string[]>();
for (const file of sources) {
  const targets = importsOf(file);
  graph.set(file, targets);
  for (const target of targets) {
    if (!existsSync(join(root, target)) && !target.includes(".gen")) continue;
    const fault = judge(file, target);
    if (fault !== undefined) faults.push(`${file} -> ${target}: ${fault}`);
  }
}

/** Files that reach themselves: found by a walk that remembers its way. */
function findCircles(): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) {
      circles.push([...way.slice(at), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

faults.push(...findCircles().map((circle) => `circle: ${circle}`));
if (sources.length === 0) faults.push("no source file was found: nothing was checked");
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
