-- Claims: a partner asks to be paid from a fund for work that is done and proven. And the talk about them.

create sequence claim_number_seq;
grant usage on sequence claim_number_seq to fundproof_app;

create table claim (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  number text not null,
  name text not null check (name <> ''),
  program_id uuid not null references program (id),
  location_id uuid not null,
  fund_id uuid not null,
  -- The edition that judges: that of the first day of the usage period. Kept, whatever is published later.
  edition_id uuid not null references program_edition (id),
  usage_period text not null,
  activity_type text not null,
  plan_activity_id uuid,
  execution_date date,
  currency text not null,
  amount_claimed bigint check (amount_claimed > 0),
  amount_approved bigint check (amount_approved >= 0),
  pre_approval_id text,
  status text not null check (status in ('editing', 'submitted', 'under_review', 'action_required', 'approved', 'rejected', 'cancelled', 'expired')),
  -- Counts submissions; each is a business event of its own in the ledger.
  round integer not null default 0 check (round >= 0),
  version integer not null default 1 check (version >= 1),
  due_at timestamptz,
  due_on date,
  due_side text check (due_side in ('partner', 'vendor')),
  reason_code text,
  acknowledged text[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  opened_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  unique (partner_id, number),
  unique (id, partner_id),
  foreign key (location_id, partner_id) references location (id, partner_id),
  foreign key (fund_id, partner_id) references fund (id, partner_id),
  check (amount_approved is null or amount_approved <= amount_claimed),
  check ((status = 'approved') = (amount_approved is not null)),
  check ((due_at is null) = (due_side is null) and (due_at is null) = (due_on is null)),
  -- What is open for changes may be incomplete; what the vendor looks at is not.
  check (status in ('editing', 'action_required', 'cancelled', 'expired') or (amount_claimed is not null and execution_date is not null)),
  check (status in ('editing', 'cancelled', 'expired') or round > 0)
);
comment on table claim is 'A request to be paid from a fund for one activity';
create index claim_partner_recent on claim (partner_id, updated_at desc, id);
create index claim_recent on claim (updated_at desc, id);
create index claim_due on claim (due_side, due_at, id) where due_at is not null;
create index claim_status on claim (status, updated_at desc, id);
create index claim_fund on claim (fund_id);
create index claim_program on claim (program_id);
create index claim_location on claim (location_id, partner_id);
create index claim_edition on claim (edition_id);
create unique index claim_number on claim (number);
alter table claim enable row level security;
alter table claim force row level security;
create policy claim_partner on claim using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update on claim to fundproof_app;

-- The proof of a claim belongs to it and to the same partner.
alter table invoice add foreign key (claim_id, partner_id) references claim (id, partner_id);
alter table certification add foreign key (claim_id, partner_id) references claim (id, partner_id);
alter table proof_document add foreign key (claim_id, partner_id) references claim (id, partner_id);
alter table metric_value add foreign key (claim_id, partner_id) references claim (id, partner_id);

-- What was decided (submission by the partner, or request, approval, rejection by the vendor), with everything it was judged
-- by, so that the judgement can be repeated a year later and gives the same findings.
create table claim_decision (
  id uuid primary key,
  partner_id uuid not null,
  claim_id uuid not null,
  round integer not null,
  verb text not null check (verb in ('submit', 'request-information', 'approve', 'reject')),
  decided_at timestamptz not null,
  decided_by uuid not null,
  edition_id uuid not null references program_edition (id),
  reason_code text,
  comment text,
  item text,
  subject jsonb not null,
  facts jsonb not null,
  findings jsonb not null,
  lines jsonb not null,
  amount bigint not null,
  currency text not null,
  foreign key (claim_id, partner_id) references claim (id, partner_id)
);
comment on table claim_decision is 'Append-only: each judgement with the edition, subject, facts and findings it rests on';
create index claim_decision_claim on claim_decision (claim_id, id);
create index claim_decision_edition on claim_decision (edition_id);
create trigger claim_decision_append_only before update or delete on claim_decision for each row execute function refuse_change();
create trigger claim_decision_no_truncate before truncate on claim_decision for each statement execute function refuse_change();
alter table claim_decision enable row level security;
alter table claim_decision force row level security;
create policy claim_decision_read on claim_decision for select using (may_see_partner(partner_id));
create policy claim_decision_write on claim_decision for insert with check (may_see_partner(partner_id));
grant select, insert on claim_decision to fundproof_app;

-- Comments on any subject. `own-side` comments are seen by the side that wrote them only.
create table comment (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  subject_type text not null,
  subject_id uuid not null,
  side text not null check (side in ('partner', 'vendor')),
  author_id uuid not null,
  visibility text not null check (visibility in ('shared', 'own-side')),
  item text,
  body text not null check (body <> ''),
  written_at timestamptz not null
);
comment on table comment is 'Append-only: what the two sides say to each other about a plan, a claim, an association';
create index comment_subject on comment (subject_id, id);
create index comment_partner on comment (partner_id);
create trigger comment_append_only before update or delete on comment for each row execute function refuse_change();
create trigger comment_no_truncate before truncate on comment for each statement execute function refuse_change();
alter table comment enable row level security;
alter table comment force row level security;
create policy comment_read on comment for select
  using (may_see_partner(partner_id) and (visibility = 'shared' or side = app_side() or app_side() = 'system'));
create policy comment_write on comment for insert with check (may_see_partner(partner_id) and (side = app_side() or app_side() = 'system'));
grant select, insert on comment to fundproof_app;
