/**
 * How long the lookup takes that runs before every request: signature of the cookie, one prepared statement, roles.
 * Target: under 0.3 ms. Reference beside it: `select 1` on the same connection, which is the price of asking
 * PostgreSQL anything.
 *
 * Run: `node bench/session-lookup.ts` (starts a throw-away database in memory or in the temporary folder).
 */
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import {
  createLocation,
  createOrganisation,
  createPerson,
  createSessionLookup,
  grantRole,
} from "../src/identity/index.ts";
import { sessionCookieName } from "../src/identity/sign-in/session-cookie.ts";
import { type Command, SYSTEM_ACTOR } from "../src/kernel/index.ts";
import { startCluster } from "../src/platform/database/embedded-cluster.ts";
import { createDatabase, inTransaction, type Tx } from "../src/platform/database/index.ts";
import { prepareLogins } from "../src/platform/database/logins.ts";
import { migrate } from "../src/platform/database/migrate.ts";

const SECRET = "a secret of more than thirty-two characters";
const BASE_URL = "http://localhost:3000";
const PEOPLE = 2_000;
const SESSIONS_EACH = 5;
const LOCATIONS = 20;
const RUNS = 20_000;
const WARM_UP = 2_000;

/** Prints middle and slow end of some times in milliseconds. */
function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3);
  console.log(`${what.padEnd(44)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms`);
}

async function timed(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + RUNS; i += 1) {
    const start = performance.now();
    await run();
    if (i >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

/** One partner with many locations, many people with a role at each of three of them. */
async function people(tx: Tx, command: Command): Promise<string[]> {
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
  for (let i = 0; i < PEOPLE; i += 1) {
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

/** Sessions for everybody; gives their cookies. */
async function sessions(appUrl: string, ids: readonly string[]): Promise<string[]> {
  const rows = ids.flatMap((id) =>
    Array.from({ length: SESSIONS_EACH }, () => ({ id, token: randomBytes(24).toString("base64url") })),
  );
  const client = new pg.Client({ connectionString: appUrl, options: "-c app.side=sign-in" });
  await client.connect();
  await client.query(
    `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
     select token, now() + interval '7 days', token, now(), person from unnest($1::text[], $2::text[]) as s (token, person)`,
    [rows.map((row) => row.token), rows.map((row) => row.id)],
  );
  await client.end();
  return rows.map(({ token }) => {
    const signature = createHmac("sha256", SECRET).update(token).digest("base64");
    return `${sessionCookieName(BASE_URL)}=${encodeURIComponent(`${token}.${signature}`)}`;
  });
}

const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-bench-"));
const cluster = await startCluster({ folder: join(folder, "postgres"), fast: true });
try {
  const { ownerUrl, appUrl } = await prepareLogins(cluster.url("postgres"));
  await migrate(ownerUrl);
  const database = createDatabase(appUrl, { max: 1 });
  const { db, pool } = database;
  const ids = await inTransaction(db, SYSTEM_ACTOR, (tx) => people(tx, { actor: SYSTEM_ACTOR, now: new Date() }));
  const cookies = await sessions(appUrl, ids);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query("analyze");
  await owner.end();
  const lookup = createSessionLookup({ pool, secret: SECRET, baseUrl: BASE_URL, now: () => new Date() });
  console.log(`${PEOPLE} people, ${PEOPLE * 3} roles, ${cookies.length} sessions; one after the other, ${RUNS} times`);
  report("select 1 (the price of any question)", await timed(() => pool.query({ name: "one", text: "select 1" })));
  let next = 0;
  report(
    "session lookup, another session each time",
    await timed(() => lookup(cookies[(next += 7919) % cookies.length])),
  );
  const [own = ""] = cookies;
  report("session lookup, cookie tampered with", await timed(() => lookup(own.replace(/.$/, "x"))));
  await database.close();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
