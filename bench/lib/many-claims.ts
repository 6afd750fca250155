import type { Actor } from "../../src/kernel/index.ts";
import type { Db } from "../../src/platform/database/index.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import type { BenchDatabase } from "./place.ts";

/** How many there are to be. */
export interface Numbers {
  readonly partners: number;
  readonly locationsEach: number;
  readonly claims: number;
}

/** A vendor with many partners and their claims in all statuses. */
export interface ManyClaims {
  readonly world: World;
  readonly reviewer: Actor;
  /** An incentives admin of the world's first partner, which has as many claims as any other. */
  readonly partner: Actor;
  /** UUIDs of locations that have claims. */
  readonly locations: readonly string[];
}

/**
 * Makes claims by the hundred thousand. One world is built by the program's own commands; its partner, location, enrollment,
 * fund are then multiplied in SQL, and the claims written set by set: consistent enough for lists, without proof and without
 * ledger entries.
 */
export async function makeManyClaims(bench: BenchDatabase, db: Db, numbers: Numbers): Promise<ManyClaims> {
  const world = await buildWorld(db);
  const { partner, location, fund, edition, program } = world;
  await bench.asOwner(
    `insert into organisation (id, kind, legal_name, display_name, country, tax_residence, time_zone, created_at, created_by)
     select gen_random_uuid(), 'partner', 'Partner ' || n || ' Ltd', 'Partner ' || n, 'GB', 'GB', 'Europe/London', now(), $1::uuid
       from generate_series(2, $2::int) n`,
    [partner.id, numbers.partners],
  );
  await bench.asOwner(
    `insert into location (id, partner_id, partner_number, name, country, market, created_at, created_by)
     select gen_random_uuid(), o.id, 'B-' || row_number() over (order by o.id, n), 'Place ' || n, 'GB', 'GB', now(), o.id
       from organisation o, generate_series(1, $1::int) n where o.kind = 'partner'`,
    [numbers.locationsEach],
  );
  await bench.asOwner(
    `insert into fund
     select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'partner_id', l.partner_id, 'location_id', l.id))).*
       from fund f, location l where f.id = $1 and not exists (select from fund x where x.location_id = l.id)`,
    [fund.id],
  );
  await withoutIndexes(bench, "claim", () => bench.fill(CLAIMS, [program.id, edition.id, numbers.claims]));
  await bench.asOwner("select setval('claim_number_seq', $1)", [numbers.claims + 1]);
  await bench.asSuperuser("vacuum analyze");
  const found = await bench.asOwner("select id::text from location where id <> $1 order by id limit 200", [
    location.id,
  ]);
  const locations = [location.id, ...found.map((row) => String(row["id"]))];
  return { world, reviewer: world.reviewer, partner: world.incentivesAdmin, locations };
}

/** Fills a table without the indexes that are no constraints, and makes them afterwards: row by row they take most of the time. */
async function withoutIndexes(bench: BenchDatabase, table: string, fill: () => Promise<unknown>): Promise<void> {
  const indexes = await bench.asOwner(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition from pg_index x
      where x.indrelid = $1::regclass and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`,
    [table],
  );
  for (const { name } of indexes) await bench.asOwner(`drop index ${String(name)}`);
  await fill();
  for (const { definition } of indexes) await bench.asOwner(String(definition));
}

/** Claims over the funds in turns, most of them decided, the newest a moment ago. */
const CLAIMS = `
  with place as (
    select row_number() over (order by f.id) - 1 as n, f.id as fund_id, f.location_id, f.partner_id from fund f
  ), given as (
    select i, 1 + i % 100 as percent, timestamptz '2026-11-23 12:00Z' - i * interval '97 seconds' as at from generate_series(1, $3::int) i
  ), made as (
    select g.*, p.*, case when percent <= 6 then 'editing' when percent <= 10 then 'submitted' when percent <= 14 then 'under_review'
      when percent <= 17 then 'action_required' when percent <= 24 then 'rejected' when percent <= 27 then 'cancelled'
      when percent <= 29 then 'expired' else 'approved' end as status
      from given g join place p on p.n = (g.i * 7919::bigint) % (select count(*) from fund)
  )
  insert into claim (id, partner_id, number, name, program_id, location_id, fund_id, edition_id, usage_period, activity_type, execution_date,
    currency, amount_claimed, amount_approved, status, round, version, due_at, due_on, due_side, created_at, created_by, updated_at,
    submitted_at, submitted_by)
  select uuidv7(at - now()), partner_id, 'C-2026-' || lpad(i::text, 6, '0'),
         (array['Autumn','Spring','Launch','Holiday','Regional','Renewal'])[1 + i % 6] || ' '
           || (array['banners','webinar','mailing','fair','video','search','landing page'])[1 + i % 7] || ' ' || substr(md5(i::text), 1, 6),
         $1, location_id, fund_id, $2, 'FY27-H1', (array['digital-advertising','partner-website-and-search'])[1 + i % 2], '2026-10-02',
         'USD', 10000 + i % 90000, case when status = 'approved' then 10000 end, status,
         case when status in ('editing', 'cancelled', 'expired') then 0 else 1 end, 2,
         case when status in ('submitted', 'under_review', 'action_required') then at + interval '5 days' end,
         case when status in ('submitted', 'under_review', 'action_required') then date '2026-11-28' end,
         case when status in ('submitted', 'under_review') then 'vendor' when status = 'action_required' then 'partner' end,
         at - interval '3 days', partner_id, at, case when status not in ('editing', 'cancelled', 'expired') then at end,
         case when status not in ('editing', 'cancelled', 'expired') then partner_id end
    from made`;
