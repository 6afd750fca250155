import { randomUUID } from "node:crypto";
import { idText } from "../src/kernel/index.ts";
import { createDatabase } from "../src/platform/database/index.ts";
import { ACKNOWLEDGED } from "../test/builders/claim-desk.ts";
import { WORLD_NOW } from "../test/builders/world.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { type LoadResult, runLoad } from "./lib/load.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";
import { makeReadyClaims } from "./lib/ready-claims.ts";
import { type BenchServer, startServer } from "./lib/server.ts";
import { openSessions } from "./lib/sessions.ts";

/**
 * Claims with complete proof are submitted over HTTP, each with an Idempotency-Key: judged by all rules, reserved in the ledger,
 * decided, recorded, answered, committed; the jobs of their events run in the same program meanwhile. Beside it
 * the same claims read over HTTP: judged and answered as well, but nothing written. What a server does that has been at work for a
 * while is measured: the submissions before make Node compile what it runs often, and fill the books.
 */
export const claimSubmission: Benchmark = {
  title: "claims submitted, from HTTP to commit, 8 connections",
  run: measure,
};

const SIZES = {
  full: { partners: 40, claimsEach: 70, onOne: 400, milliseconds: 10_000, warmUp: 1500 },
  tiny: { partners: 2, claimsEach: 3, onOne: 3, milliseconds: 20_000, warmUp: 1 },
} as const;
const WORKERS = 8;
const PATIENCE_MS = 120_000;

interface Task {
  readonly claim: string;
  readonly cookie: string;
}

async function measure(place: Place): Promise<Figure[]> {
  const size = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "claim-submission");
  const database = createDatabase(bench.appUrl, { max: 2 });
  try {
    const counts = [size.onOne, ...Array.from({ length: size.partners }, () => size.claimsEach)];
    const ready = await makeReadyClaims(bench, database.db, counts);
    const cookies = await openSessions(
      bench,
      ready.map(({ partner }) => partner.admin.personId),
    );
    const tasks = ready.map(({ claims }, p) => claims.map((claim): Task => ({ claim, cookie: cookies[p] ?? "" })));
    const [one = [], ...others] = tasks;
    // One fund after the other, so that neighbours in time never share one.
    const many = Array.from({ length: size.claimsEach }, (_, n) => others.flatMap((list) => list[n] ?? [])).flat();
    await using server = await startServer(place, bench, { at: WORLD_NOW });
    const load = (
      list: readonly Task[],
      ask: (server: BenchServer, task: Task) => Promise<void>,
      milliseconds: number = size.milliseconds,
    ): Promise<LoadResult> =>
      runLoad({ workers: WORKERS, milliseconds, most: list.length }, async (_, turn) => {
        const task = list[turn];
        if (task) await ask(server, task);
      });
    const warmUp = many.slice(0, size.warmUp);
    await load(warmUp, submit, PATIENCE_MS);
    const reading = await load(warmUp, read);
    const overMany = await load(many.slice(size.warmUp), submit);
    const onOne = await load(one, submit);
    return [...lines("over many funds", overMany, reading, 100), ...lines("on one fund", onOne, reading, 40)];
  } finally {
    await database.close();
  }
}

async function submit(server: BenchServer, { claim, cookie }: Task): Promise<void> {
  const said = await server.ask({
    method: "POST",
    path: `/claims/${idText("claim", claim)}/submission`,
    cookie,
    body: { acknowledgements: ACKNOWLEDGED },
    headers: { "idempotency-key": randomUUID() },
  });
  if (said.status !== 200) throw new Error(`a submission answered ${said.status}`);
}

async function read(server: BenchServer, { claim, cookie }: Task): Promise<void> {
  const said = await server.ask({ path: `/claims/${idText("claim", claim)}`, cookie });
  if (said.status !== 200) throw new Error(`a claim that was read answered ${said.status}`);
}

function lines(what: string, found: LoadResult, reading: LoadResult, least: number): Figure[] {
  return [
    {
      what: `${what}, submissions`,
      measured: { value: found.perSecond, unit: "per second" },
      goal: { atLeast: least },
      reference: { value: reading.perSecond, unit: "per second", what: "a claim read" },
    },
    {
      what: "    p95",
      measured: { value: found.p95, unit: "ms" },
      reference: { value: reading.p95, unit: "ms", what: "a claim read" },
    },
  ];
}
