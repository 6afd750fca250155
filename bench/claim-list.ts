import { Kysely, PostgresDialect } from "kysely";
import { ClaimListQuery } from "../src/claims/claim-contract.ts";
import { listClaims } from "../src/claims/claim-queries.ts";
import { type Actor, idText } from "../src/kernel/index.ts";
import { createDatabase, type Database, type DB, inTransaction } from "../src/platform/database/index.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { type LoadBounds, type LoadResult, runLoad, takeTurns } from "./lib/load.ts";
import { type ManyClaims, makeManyClaims } from "./lib/many-claims.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";
import { type BenchServer, startServer } from "./lib/server.ts";
import { openSessions } from "./lib/sessions.ts";

/**
 * A page of 50 claims out of 200,000, as a screen asks for it: over HTTP, signed in, behind row-level security, compressed.
 * Beside it the very same SELECT through the bare driver on the application's login: what the database alone takes. The server has
 * answered each question for a while before: Node compiles what it runs often, PostgreSQL keeps its plans.
 */
export const claimList: Benchmark = { title: "claims listed over HTTP, 8 connections", run: measure };

const SIZES = {
  full: { partners: 400, locationsEach: 5, claims: 200_000, milliseconds: 1000, rounds: 3, most: 10_000, warmUp: 4000 },
  tiny: { partners: 3, locationsEach: 2, claims: 300, milliseconds: 2000, rounds: 1, most: 8, warmUp: 100 },
} as const;
const WORKERS = 8;
const GOAL = { atMost: 25 };

/** A list as somebody asks for it: another query each time where there is something to choose. */
interface Question {
  readonly what: string;
  readonly actor: Actor;
  readonly query: (turn: number) => string;
}

function questions({ reviewer, partner, locations }: ManyClaims): Question[] {
  const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
  const place = (turn: number): string => idText("location", of(locations, turn));
  const digits = (turn: number): string => String((turn * 7919) % 10_000).padStart(4, "0");
  return [
    { what: "vendor, first page", actor: reviewer, query: () => "" },
    { what: "vendor, one status", actor: reviewer, query: (t) => `?status=${of(["submitted", "approved"], t)}` },
    { what: "vendor, one program", actor: reviewer, query: () => "?program=coop" },
    { what: "vendor, one location", actor: reviewer, query: (t) => `?location=${place(t)}` },
    { what: "vendor, a word many claims have", actor: reviewer, query: (t) => `?q=${of(["webinar", "autumn"], t)}` },
    { what: "vendor, a word few claims have", actor: reviewer, query: (t) => `?q=${digits(t)}` },
    { what: "vendor, a word no claim has", actor: reviewer, query: (t) => `?q=zebra${digits(t)}` },
    { what: "vendor, status and word", actor: reviewer, query: (t) => `?status=submitted&q=${digits(t).slice(0, 3)}` },
    { what: "partner, first page", actor: partner, query: () => "" },
    { what: "partner, status and word", actor: partner, query: () => "?status=approved&q=webinar" },
  ];
}

async function measure(place: Place): Promise<Figure[]> {
  const size = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "claim-list");
  const database = createDatabase(bench.appUrl, { max: WORKERS });
  try {
    const many = await makeManyClaims(bench, database.db, size);
    const [reviewer = "", partner = ""] = await openSessions(bench, [many.reviewer.personId, many.partner.personId]);
    await using server = await startServer(place, bench);
    const figures: Figure[] = [];
    for (const question of questions(many)) {
      const cookie = question.actor.side === "partner" ? partner : reviewer;
      await askServer(server, question, cookie, { ...size, workers: WORKERS, milliseconds: size.warmUp });
      const rates = await takeTurns(size.rounds, {
        bare: () => selectAlone(database, question, { ...size, workers: WORKERS }),
        http: () => askServer(server, question, cookie, { ...size, workers: WORKERS }),
      });
      figures.push(...lines(question.what, rates.http, rates.bare));
    }
    return figures;
  } finally {
    await database.close();
  }
}

function askServer(server: BenchServer, { query }: Question, cookie: string, bounds: LoadBounds): Promise<LoadResult> {
  return runLoad(bounds, async (_, turn) => {
    const said = await server.ask({ path: `/claims${query(turn)}`, cookie });
    if (said.status !== 200) throw new Error(`the list answered ${said.status}`);
  });
}

interface Select {
  readonly text: string;
  readonly values: unknown[];
}

/** The SELECT of a list, taken from the list itself. */
async function selectOf(pool: Database["pool"], { actor, query }: Question, turn: number): Promise<Select> {
  let found: Select | undefined;
  const listening = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql, parameters } }) => {
      if (sql.includes('from "claim"')) found ??= { text: sql, values: [...parameters] };
    },
  });
  const list = ClaimListQuery.parse(Object.fromEntries(new URLSearchParams(query(turn))));
  await inTransaction(listening, actor, (tx) => listClaims(tx, actor, list));
  if (!found) throw new Error("the list asked for no claims");
  return found;
}

async function selectAlone({ pool }: Database, question: Question, bounds: LoadBounds): Promise<LoadResult> {
  const selects = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((turn) => selectOf(pool, question, turn)));
  const clients = await Promise.all(Array.from({ length: bounds.workers }, () => pool.connect()));
  const { side, organisationId, personId } = question.actor;
  try {
    for (const client of clients) {
      await client.query(
        "select set_config('app.side', $1, false), set_config('app.organisation', $2, false), set_config('app.person', $3, false)",
        [side, organisationId, personId],
      );
    }
    return await runLoad(bounds, async (worker, turn) => {
      const { text = "", values = [] } = selects[turn % selects.length] ?? {};
      // Prepared once for each connection, as the program does.
      await clients[worker]?.query({ text, values, name: `select_${text.length}` });
    });
  } finally {
    for (const client of clients) client.release(true);
  }
}

function lines(what: string, http: LoadResult, bare: LoadResult): Figure[] {
  return [
    {
      what: `${what}, p95`,
      measured: { value: http.p95, unit: "ms" },
      goal: GOAL,
      reference: { value: bare.p95, unit: "ms", what: "SELECT alone" },
    },
    {
      what: "    requests",
      measured: { value: http.perSecond, unit: "per second" },
      reference: { value: bare.perSecond, unit: "per second", what: "SELECT alone" },
    },
  ];
}
