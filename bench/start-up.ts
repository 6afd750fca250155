import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../src/platform/database/free-local-port.ts";

/**
 * How long `npm start` takes until the program serves, on an installed tree: once on an empty data folder (with the demo),
 * then several times on existing data. Target: under 3 s with existing data.
 */
const ROOT = resolve(import.meta.dirname, "..");
const ROUNDS = 5;
const PATIENCE_MS = 60_000;
const POLL_MS = 10;

async function startOnce(dataDir: string): Promise<number> {
  const port = await findFreePort();
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: "", LOG_LEVEL: "error" },
    stdio: "ignore",
  });
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
  }
}

const dataDir = mkdtempSync(join(tmpdir(), "fundproof-bench-"));
try {
  const first = await startOnce(dataDir);
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) again.push(await startOnce(dataDir));
  again.sort((a, b) => a - b);
  console.log(`npm start to serving, empty data folder with demo: ${(first / 1000).toFixed(2)} s`);
  console.log(
    `npm start to serving, existing data, ${ROUNDS} times: median ${((again[2] ?? 0) / 1000).toFixed(2)} s, slowest ${((again.at(-1) ?? 0) / 1000).toFixed(2)} s (target 3 s)`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
