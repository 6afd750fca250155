import {
  createLocation,
  createOrganisation,
  createPerson,
  createSessionLookup,
  grantRole,
} from "../src/identity/index.ts";
import { type Command, SYSTEM_ACTOR } from "../src/kernel/index.ts";
import { createDatabase, inTransaction, type Tx } from "../src/platform/database/index.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import { type Figure, times } from "./lib/figures.ts";
import { runLoad } from "./lib/load.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";
import { BASE_URL, openSessions, SECRET } from "./lib/sessions.ts";

/**
 * How long the lookup takes that runs before every request: signature of the cookie, one prepared statement, roles.
 * Target: under 0.3 ms. Reference beside it: `select 1` on the same connection, which is the price of asking
 * PostgreSQL anything.
 */
export const sessionLookup: Benchmark = { title: "the lookup before every request", run: measure };

const SIZES = {
  full: { people: 2_000, sessionsEach: 5, runs: 20_000 },
  tiny: { people: 3, sessionsEach: 2, runs: 20 },
} as const;
const LOCATIONS = 20;

/** One partner with many locations, many people with a role at each of three of them. */
async function people(tx: Tx, command: Command, count: number): Promise<string[]> {
  const partner = await createOrganisation(tx, command, {
    kind: "partner",
    legalName: "Bench Ltd",
    country: "GB",
    taxResidence: "GB",
    timeZone: "UTC",
  });
  const locations: string[] = [];
  for (let i = 0; i < LOCATIONS; i += 1) {
    const made = await createLocation(tx, command, {
      partnerId: partner.id,
      partnerNumber: `B-${i}`,
      name: `Place ${i}`,
      country: "GB",
    });
    locations.push(made.id);
  }
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const person = await createPerson(tx, command, {
      organisationId: partner.id,
      name: `P ${i}`,
      email: `p${i}@example.com`,
    });
    for (const locationId of locations.slice(i % (LOCATIONS - 3), (i % (LOCATIONS - 3)) + 3)) {
      await grantRole(tx, command, { personId: person.id, role: "incentives-user", locationId });
    }
    ids.push(person.id);
  }
  return ids;
}

async function measure(place: Place): Promise<Figure[]> {
  const { people: count, sessionsEach, runs } = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "session-lookup");
  const database = createDatabase(bench.appUrl, { max: 1 });
  try {
    const { db, pool } = database;
    const command = { actor: SYSTEM_ACTOR, now: new Date() };
    const ids = await inTransaction(db, SYSTEM_ACTOR, (tx) => people(tx, command, count));
    const cookies = await openSessions(bench, ids, sessionsEach);
    await bench.asSuperuser("vacuum analyze");
    const lookup = createSessionLookup({ pool, secret: SECRET, baseUrl: BASE_URL, now: () => new Date() });
    const timed = (work: () => Promise<unknown>) => runLoad({ workers: 1, milliseconds: 30_000, most: runs }, work);
    const one = () => pool.query({ name: "one", text: "select 1" });
    let next = 0;
    const look = () => lookup(cookies[(next += 7919) % cookies.length]);
    await timed(one);
    const reference = await timed(one);
    await timed(look);
    const found = await timed(look);
    return times(`session lookup, ${cookies.length} sessions`, found, "select 1", reference, { p50: 0.3, p95: 0.3 });
  } finally {
    await database.close();
  }
}
