import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../src/platform/database/free-local-port.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { median } from "./lib/load.ts";
import type { Place } from "./lib/place.ts";

/**
 * How long `npm start` takes until the program serves, on an installed tree: once on an empty data folder (with the demo),
 * then several times on existing data. Beside it what Node and PostgreSQL cannot do without: `node` that does nothing.
 */
export const startUp: Benchmark = { title: "npm start until it serves", run: measure };

const ROOT = resolve(import.meta.dirname, "..");
const ROUNDS = { full: 5, tiny: 1 } as const;
const PATIENCE_MS = 120_000;
const POLL_MS = 10;

async function startOnce(place: Place, dataDir: string): Promise<number> {
  const port = await findFreePort();
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: "", LOG_LEVEL: "error" },
    stdio: "ignore",
  });
  place.children.add(child);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  try {
    while (performance.now() - began < PATIENCE_MS) {
      const ready = await fetch(`http://localhost:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return performance.now() - began;
      await sleep(POLL_MS);
    }
    throw new Error(`not serving after ${PATIENCE_MS} ms`);
  } finally {
    child.kill("SIGTERM");
    await ended;
    place.children.delete(child);
  }
}

/** Milliseconds until a Node that has nothing to do has ended. */
async function nodeAlone(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ["-e", ""], { stdio: "ignore" });
  await new Promise<void>((done) => child.once("exit", () => done()));
  return performance.now() - began;
}

async function measure(place: Place): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(place.folder, "start-up-"));
  const first = await startOnce(place, dataDir);
  const again: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS[place.size]; round += 1) {
    alone.push(await nodeAlone());
    again.push(await startOnce(place, dataDir));
  }
  const seconds = (milliseconds: number) => ({ value: milliseconds / 1000, unit: "s" });
  const reference = { ...seconds(median(alone)), what: "node that does nothing" };
  return [
    { what: "empty data folder, with the demo", measured: seconds(first), reference },
    { what: "existing data, median", measured: seconds(median(again)), reference, goal: { atMost: 3 } },
    { what: "existing data, slowest", measured: seconds(Math.max(...again)), reference },
  ];
}
