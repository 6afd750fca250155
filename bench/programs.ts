import { createDatabase } from "../src/platform/database/index.ts";
import type { EditionDocument } from "../src/programs/index.ts";
import { coopFor } from "../test/builders/edition-desk.ts";
import { buildWorld } from "../test/builders/world.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { type LoadBounds, runLoad, takeTurns } from "./lib/load.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";
import { type BenchServer, startServer } from "./lib/server.ts";
import { openSessions } from "./lib/sessions.ts";

/**
 * What other programs ask most often, windows and activity types, over HTTP and signed in; beside it `/me`, which asks the
 * database for little more than who it is. And one large edition on its way from a document to what partners read.
 */
export const programs: Benchmark = { title: "programs read, and a large edition published", run: measure };

const SIZES = {
  full: { milliseconds: 2000, rounds: 3, most: 50_000, lines: 5000 },
  tiny: { milliseconds: 1000, rounds: 1, most: 8, lines: 100 },
} as const;
const WORKERS = 8;
const MORNING = new Date("2026-11-24T09:00:00Z");

async function measure(place: Place): Promise<Figure[]> {
  const size = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "programs");
  const database = createDatabase(bench.appUrl, { max: 2 });
  try {
    const { programManager, incentivesAdmin } = await buildWorld(database.db);
    const [manager = "", partner = ""] = await openSessions(bench, [programManager.personId, incentivesAdmin.personId]);
    await using server = await startServer(place, bench, { at: MORNING });
    return [
      ...(await reads(server, partner, { ...size, workers: WORKERS })),
      ...(await largeEdition(server, manager, size.lines)),
    ];
  } finally {
    await database.close();
  }
}

async function reads(server: BenchServer, cookie: string, bounds: LoadBounds & { rounds: number }): Promise<Figure[]> {
  const of = (path: string) => () => runLoad(bounds, () => asked(server, cookie, path));
  const rates = await takeTurns(bounds.rounds, {
    me: of("/me"),
    windows: of("/programs/coop/windows"),
    types: of("/programs/coop/activity-types"),
  });
  return (["windows", "types"] as const).map((what) => ({
    what: what === "windows" ? "windows" : "activity types",
    measured: { value: rates[what].perSecond, unit: "per second" },
    goal: { atLeast: 1500 },
    reference: { value: rates.me.perSecond, unit: "per second", what: "/me" },
  }));
}

/** An edition of so many lines: drafted, published and read again, each by one request. */
async function largeEdition(server: BenchServer, cookie: string, lines: number): Promise<Figure[]> {
  const document = editionOf(lines);
  const counted = linesOf(document);
  const began = performance.now();
  const { id } = await asked(server, cookie, "/programs/coop/editions", document);
  const drafted = performance.now();
  await asked(server, cookie, `/editions/${id}/publication`, {});
  const published = performance.now();
  await asked(server, cookie, `/editions/${id}`);
  const read = performance.now();
  const figure = (what: string, from: number, to: number): Figure => ({
    what: `${counted} lines ${what}`,
    measured: { value: (to - from) / 1000, unit: "s" },
    goal: { atMost: 1 },
  });
  return [
    figure("taken in as a draft", began, drafted),
    figure("published", drafted, published),
    figure("read", published, read),
  ];
}

const linesOf = (document: unknown): number => JSON.stringify(document, null, 2).split("\n").length;

/** The co-op example for the next year, its catalogue repeated under other codes until it has so many lines. */
function editionOf(lines: number): Record<string, unknown> {
  const document = coopFor("FY28");
  const { activityTypes } = document as unknown as EditionDocument;
  const more = [...activityTypes];
  const grown = () => ({ ...document, activityTypes: more });
  for (let round = 2; linesOf(grown()) < lines; round += 1) {
    more.push(
      ...activityTypes.map((type) => ({ ...type, code: `${type.code}-${round}`, name: `${type.name} ${round}` })),
    );
  }
  return grown();
}

async function asked(
  server: BenchServer,
  cookie: string,
  path: string,
  body?: unknown,
): Promise<{ readonly id: string }> {
  const plain = body === undefined ? {} : { method: "POST" as const, body, headers: { "accept-encoding": "identity" } };
  const said = await server.ask({ path, cookie, ...plain });
  if (said.status >= 300)
    throw new Error(`${path} answered ${said.status}: ${said.body.toString("utf8").slice(0, 500)}`);
  return body === undefined ? { id: "" } : (JSON.parse(said.body.toString("utf8")) as { id: string });
}
