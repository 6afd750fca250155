-- What the rules of an edition may ask of a claim beside what every claim has, and what they know of the partner; and dry runs
-- of a draft edition over past claims.

alter table claim
  -- Values of the fields that the program asks for, by code.
  add column fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  -- Number of vendors that pay for the activity together; null for one.
  add column sponsors smallint check (sponsors between 1 and 100),
  -- The share that was agreed, where the edition leaves a choice; decimal text.
  add column share_percent text check (share_percent ~ '^\d{1,3}(\.\d{1,4})?$'),
  -- Key of the event it is for, so that several claims of one event count together.
  add column event text check (length(event) between 1 and 120);

alter table enrollment
  -- What the partner is in this program: codes of the edition.
  add column partner_type text check (length(partner_type) between 1 and 80),
  add column partner_tier text check (length(partner_tier) between 1 and 80),
  -- Codes of the edition's `standing` that hold now, such as `overdue-bills`.
  add column standing text[] not null default '{}';
grant update (partner_type, partner_tier, standing) on enrollment to fundproof_app;

-- Whether a location ever handed a claim in, and how many it handed in within a span, is asked at each judgement.
create index claim_of_location on claim (location_id, program_id, execution_date) where submitted_at is not null;

-- A dry run: what a version of an edition would have made of past claims. It reads what was decided and writes here alone.
create table dry_run (
  id uuid primary key,
  program_id uuid not null references program (id),
  edition_id uuid not null references program_edition (id) on delete cascade,
  -- The document as it was when the run began: a draft may change meanwhile.
  revision integer not null,
  document jsonb not null,
  from_day date not null,
  to_day date not null,
  status text not null check (status in ('queued', 'running', 'done', 'cancelled', 'failed')),
  -- Claims of the period; null until they were counted.
  total integer check (total >= 0),
  judged integer not null default 0 check (judged >= 0),
  -- By currency: claims, and what the rules then and the rules tried give, in minor units as text.
  totals jsonb not null default '{}' check (jsonb_typeof(totals) = 'object'),
  -- The last claim that was judged: where whoever takes the run up again goes on.
  reached uuid,
  failure text,
  created_at timestamptz not null,
  created_by uuid not null,
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  check (from_day <= to_day),
  check ((status in ('done', 'cancelled', 'failed')) = (finished_at is not null))
);
comment on table dry_run is 'A version of an edition tried on past claims, with its progress; holds nobody up and decides nothing';
create index dry_run_edition on dry_run (edition_id, created_at desc, id);
create index dry_run_program on dry_run (program_id);
-- One at a time for an edition: a second one would only make both slower.
create unique index dry_run_one_at_a_time on dry_run (edition_id) where status in ('queued', 'running');
alter table dry_run enable row level security;
alter table dry_run force row level security;
create policy dry_run_vendor on dry_run using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on dry_run to fundproof_app;
grant update (status, total, judged, totals, reached, failure, started_at, beat_at, finished_at) on dry_run to fundproof_app;

-- A claim that the rules tried would have judged otherwise.
create table dry_run_claim (
  dry_run_id uuid not null references dry_run (id) on delete cascade,
  claim_id uuid not null,
  partner_id uuid not null,
  activity_type text not null,
  currency text not null,
  before_amount bigint not null check (before_amount >= 0),
  after_amount bigint not null check (after_amount >= 0),
  before_refused boolean not null,
  after_refused boolean not null,
  -- By rule, what it takes or gives in minor units as text; together the difference.
  reasons jsonb not null check (jsonb_typeof(reasons) = 'object'),
  primary key (dry_run_id, claim_id),
  foreign key (claim_id, partner_id) references claim (id, partner_id)
);
comment on table dry_run_claim is 'Claims that a dry run would have changed; the vendor''s alone';
create index dry_run_claim_claim on dry_run_claim (claim_id, partner_id);
create index dry_run_claim_partner on dry_run_claim (dry_run_id, partner_id);
alter table dry_run_claim enable row level security;
alter table dry_run_claim force row level security;
create policy dry_run_claim_vendor on dry_run_claim using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on dry_run_claim to fundproof_app;

-- The claims of a program in the order in which a run goes through them.
create index claim_by_program on claim (program_id, id) where submitted_at is not null;

select pgboss.create_queue('dry-run', '{"policy": "standard", "retryLimit": 3, "retryDelay": 10, "expireInSeconds": 3600, "deadLetter": "dead", "deleteAfterSeconds": 86400}');
