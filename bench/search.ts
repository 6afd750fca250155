/**
 * How long a search takes over 200,000 claims of 400 partners, as the reviewer and as a partner with 500 of them sees it.
 * Target: under 50 ms. Reference beside it: the same words looked up with ILIKE alone, as a list without an index would.
 *
 * Run: `node bench/search.ts` (starts a throw-away database in memory or in the temporary folder; takes a minute).
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { type Actor, newUuid, type Role } from "../src/kernel/index.ts";
import { startCluster } from "../src/platform/database/embedded-cluster.ts";
import { createDatabase, type Db, inTransaction } from "../src/platform/database/index.ts";
import { prepareLogins } from "../src/platform/database/logins.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { search } from "../src/reports/index.ts";

const CLAIMS = 200_000;
const PARTNERS = 400;
const RUNS = 30;

/** Rows of the shape of a large installation, written by the superuser without checking references. */
const FILL = `
  set session_replication_role = replica;
  insert into program (id, code, name, kind, open_enrollment, status, created_at, created_by)
  select md5('p' || n)::uuid, 'program-' || n, 'Program ' || n, array['co-op'], true, 'open', now(), md5('x')::uuid from generate_series(1, 5) n;
  insert into organisation (id, kind, legal_name, display_name, country, tax_residence, time_zone, created_at, created_by)
  select md5('o' || n)::uuid, 'partner', 'Partner ' || n || ' GmbH', 'Partner ' || n, 'DE', 'DE', 'UTC', now(), md5('x')::uuid
    from generate_series(1, ${PARTNERS}) n;
  insert into location (id, partner_id, partner_number, name, country, market, created_at, created_by)
  select md5('l' || n)::uuid, md5('o' || (1 + (n - 1) % ${PARTNERS}))::uuid, 'P-' || n, 'Place ' || n, 'DE', 'DE', now(), md5('x')::uuid
    from generate_series(1, ${PARTNERS * 10}) n;
  insert into claim (id, partner_id, number, name, program_id, location_id, fund_id, edition_id, usage_period, activity_type, currency,
                     status, created_at, created_by, updated_at)
  select md5('c' || n)::uuid, md5('o' || (1 + n % ${PARTNERS}))::uuid, 'C-' || (2022 + n * 5 / ${CLAIMS}) || '-' || lpad(n::text, 6, '0'),
         (array['Spring', 'Summer', 'Autumn', 'Winter', 'Launch', 'Roadshow'])[1 + n % 6] || ' ' ||
         (array['campaign', 'webinar', 'trade fair', 'mailing', 'landing page'])[1 + n % 5] || ' ' || substr(md5(n::text), 1, 8)
         || case when n % 20011 = 0 then ' lighthouse' else '' end,
         md5('p' || (1 + n % 5))::uuid, md5('l' || (1 + n % (${PARTNERS} * 10)))::uuid, md5('f')::uuid, md5('e')::uuid, 'FY27-H1',
         'digital-advertising', 'EUR', 'editing', now(), md5('x')::uuid, now() - (${CLAIMS} - n) * interval '5 minutes'
    from generate_series(1, ${CLAIMS}) n;
  set session_replication_role = origin;
  vacuum analyze`;

const actorAs = (side: "vendor" | "partner", role: Role, organisationId: string): Actor => ({
  side,
  personId: newUuid(),
  organisationId,
  grants: [{ role, programId: null, locationId: null }],
});

async function timed(run: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < RUNS; n += 1) {
    const start = performance.now();
    found = await run();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(6);
  return `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   ${found} found`;
}

const whole = (db: Db, actor: Actor, q: string) =>
  inTransaction(db, actor, async (tx) => (await search(tx, actor, { q, limit: 5 })).items.length);
const withoutIndex = (db: Db, actor: Actor, q: string) =>
  inTransaction(db, actor, async (tx) => {
    const { rows } = await sql`
      select id from claim where number ilike ${`%${q}%`} or name ilike ${`%${q}%`} order by updated_at desc limit 5`.execute(
      tx,
    );
    return rows.length;
  });

const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-bench-"));
const cluster = await startCluster({ folder: join(folder, "postgres"), fast: true });
try {
  const { ownerUrl, appUrl } = await prepareLogins(cluster.url("postgres"));
  await migrate(ownerUrl);
  const admin = new pg.Client(cluster.url("postgres"));
  await admin.connect();
  for (const statement of FILL.split(";")) await admin.query(statement);
  const { rows } = await admin.query<{ id: string }>("select id from organisation where display_name = 'Partner 7'");
  await admin.end();
  const database = createDatabase(appUrl, { max: 1 });
  const people = [
    ["reviewer", actorAs("vendor", "reviewer", newUuid())],
    ["partner", actorAs("partner", "incentives-admin", rows[0]?.id ?? "")],
  ] as const;
  console.log(`${CLAIMS} claims, ${PARTNERS} partners, ${PARTNERS * 10} locations; ${RUNS} times`);
  for (const [who, actor] of people) {
    for (const q of [
      "campaign",
      "lighthouse",
      "spring webinar",
      "C-2022-000123",
      "4711",
      "zzzzzz",
      "sp",
      "roadshow 3f",
    ]) {
      console.log(`${who.padEnd(9)} ${q.padEnd(15)} ${await timed(() => whole(database.db, actor, q))}`);
    }
  }
  console.log("Reference: number or name with ILIKE, newest first, claims only");
  for (const q of ["campaign", "lighthouse", "zzzzzz"]) {
    console.log(`reviewer  ${q.padEnd(15)} ${await timed(() => withoutIndex(database.db, people[0][1], q))}`);
  }
  await database.close();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
