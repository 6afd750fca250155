/**
 * `npm run bench [-- NAME,...] [--write]`: measures what docs/figures.md promises, each figure beside a reference of the same
 * run. Bounded in count and time; leaves no database and no folder behind. `--write` keeps the result in docs/figures.json.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureServerBuilt } from "../scripts/lib/build-server.mjs";
import { benchmarks } from "./benchmarks.ts";
import { commit, type Figure, hardware, isReached, load, tableOf } from "./lib/figures.ts";
import { openPlace } from "./lib/place.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const names = Object.keys(benchmarks);

function choose(args: readonly string[]): string[] {
  const wanted = args.filter((arg) => arg !== "--write").flatMap((arg) => arg.split(","));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new RangeError(`There is no benchmark ${unknown.join(", ")}. There are: ${names.join(", ")}; and --write.`);
  }
  return wanted.length === 0 ? names : names.filter((name) => wanted.includes(name));
}

async function leave(place: AsyncDisposable): Promise<void> {
  await place[Symbol.asyncDispose]();
  process.exit(130);
}

async function measure(chosen: readonly string[]): Promise<Record<string, Figure[]>> {
  const results: Record<string, Figure[]> = {};
  await using place = await openPlace();
  // Whoever loses patience leaves nothing behind either.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void leave(place));
  }
  for (const name of chosen) {
    const benchmark = benchmarks[name];
    if (!benchmark) continue;
    const began = performance.now();
    const figures = await benchmark.run(place);
    results[name] = figures;
    say(
      `\n${name}: ${benchmark.title} (${((performance.now() - began) / 1000).toFixed(0)} s, load before ${load().toFixed(1)})`,
    );
    for (const line of tableOf(figures)) say(line);
  }
  return results;
}

try {
  const chosen = choose(process.argv.slice(2));
  const machine = { hardware: hardware(), date: new Date().toISOString().slice(0, 10), commit: commit() };
  const before = load();
  say(`${machine.hardware}; ${machine.date}; commit ${machine.commit}`);
  say("The load generator runs on the same cores as the server and the database; fsync and synchronous_commit are on.");
  if (before > 0.5) say(`BUSY: other programs use the machine (load ${before.toFixed(1)}); the figures are too low.`);
  const fault = await ensureServerBuilt(say);
  if (fault !== undefined) throw new Error(`the server could not be built: ${fault}`);
  const results = await measure(chosen);
  const missed = Object.values(results)
    .flat()
    .filter((figure) => !isReached(figure));
  say(missed.length === 0 ? "\nEvery goal is reached." : `\n${missed.length} goals are missed.`);
  if (process.argv.includes("--write")) {
    const path = join(import.meta.dirname, "..", "docs", "figures.json");
    writeFileSync(path, `${JSON.stringify({ ...machine, busy: before > 0.5, results }, null, 2)}\n`);
    say(`Written to ${path}.`);
  }
  process.exitCode = missed.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof RangeError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
