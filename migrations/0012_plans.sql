-- Plans: what a partner means to do with a fund, campaign by campaign, approved before the work is done (rulebook 3.3, 4.1).

create sequence plan_number_seq;
grant usage on sequence plan_number_seq to fundproof_app;

create table plan (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  number text not null,
  name text not null check (name <> ''),
  program_id uuid not null references program (id),
  location_id uuid not null,
  fund_type text not null,
  -- A program year or a half-year, as the edition says for the fund type.
  period text not null,
  period_from date not null,
  period_to date not null,
  -- The edition that judges: that of the first day of the period. Kept, whatever is published later.
  edition_id uuid not null references program_edition (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Whom the partner named, and who answers for the review now: the named person until somebody else is assigned.
  reviewer_email text not null,
  reviewer_id uuid not null,
  amount_approved bigint check (amount_approved > 0),
  -- The fund that holds the approved amount aside, where the edition commits money at approval.
  committed_fund_id uuid,
  status text not null check (status in ('editing', 'submitted', 'under_review', 'action_required', 'approved', 'rejected',
                                         'cancelled', 'expired', 'closed')),
  round integer not null default 0 check (round >= 0),
  version integer not null default 1 check (version >= 1),
  due_at timestamptz,
  due_on date,
  due_side text check (due_side in ('partner', 'vendor')),
  reason_code text,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid,
  opened_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  unique (partner_id, number),
  unique (id, partner_id),
  foreign key (location_id, partner_id) references location (id, partner_id),
  foreign key (committed_fund_id, partner_id) references fund (id, partner_id),
  check (period_from <= period_to),
  check ((status in ('approved', 'closed')) = (amount_approved is not null)),
  check ((due_at is null) = (due_side is null) and (due_at is null) = (due_on is null)),
  check ((round > 0) = (first_submitted_at is not null)),
  check (status in ('editing', 'cancelled', 'expired') or round > 0)
);
comment on table plan is 'Campaigns and activities of a location under a program and fund type for one period, with the approved limit';
-- One plan for a location, program, fund type and period (T23). A cancelled one was never submitted and leaves its place free.
create unique index plan_one_per_period on plan (partner_id, location_id, program_id, fund_type, period) where status <> 'cancelled';
create unique index plan_number on plan (number);
create index plan_partner_recent on plan (partner_id, updated_at desc, id);
create index plan_recent on plan (updated_at desc, id);
create index plan_due on plan (due_side, due_at, id) where due_at is not null;
create index plan_status on plan (status, updated_at desc, id);
create index plan_reviewer on plan (reviewer_id, status);
create index plan_program on plan (program_id);
create index plan_location on plan (location_id, partner_id);
create index plan_edition on plan (edition_id);
create index plan_fund on plan (committed_fund_id, partner_id) where committed_fund_id is not null;
alter table plan enable row level security;
alter table plan force row level security;
create policy plan_partner on plan using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update on plan to fundproof_app;

create table campaign (
  id uuid primary key,
  partner_id uuid not null,
  plan_id uuid not null,
  name text not null check (name <> ''),
  objective text,
  audience text,
  start_date date,
  end_date date,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (id, partner_id),
  unique (id, plan_id, partner_id),
  foreign key (plan_id, partner_id) references plan (id, partner_id),
  check (start_date <= end_date)
);
comment on table campaign is 'A dated group of activities in a plan';
create unique index campaign_name on campaign (partner_id, plan_id, lower(name));
create index campaign_plan on campaign (plan_id, partner_id);
alter table campaign enable row level security;
alter table campaign force row level security;
create policy campaign_partner on campaign using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on campaign to fundproof_app;

create table activity (
  id uuid primary key,
  partner_id uuid not null,
  plan_id uuid not null,
  campaign_id uuid not null,
  name text not null check (name <> ''),
  activity_type text not null,
  countries text[] not null default '{}',
  start_date date,
  end_date date,
  -- In the plan's currency.
  budget bigint check (budget > 0),
  currency text not null,
  expected_reach integer check (expected_reach >= 0),
  supplier text,
  pre_approval_id text,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (id, partner_id),
  foreign key (campaign_id, plan_id, partner_id) references campaign (id, plan_id, partner_id),
  check (start_date <= end_date)
);
comment on table activity is 'One piece of work of a catalogue type, with its budget, in a campaign';
create index activity_campaign on activity (campaign_id, plan_id, partner_id);
create index activity_plan on activity (plan_id);
alter table activity enable row level security;
alter table activity force row level security;
create policy activity_partner on activity using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on activity to fundproof_app;

-- What was decided on a plan (submission by the partner; request, approval, rejection by the vendor), with the plan as it stood.
create table plan_decision (
  id uuid primary key,
  partner_id uuid not null,
  plan_id uuid not null,
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
  amount bigint not null,
  currency text not null,
  foreign key (plan_id, partner_id) references plan (id, partner_id)
);
comment on table plan_decision is 'Append-only: each judgement with the plan as it stood, the facts and the findings it rests on';
create index plan_decision_plan on plan_decision (plan_id, id);
create index plan_decision_plan_partner on plan_decision (plan_id, partner_id);
create index plan_decision_edition on plan_decision (edition_id);
create trigger plan_decision_append_only before update or delete on plan_decision for each row execute function refuse_change();
create trigger plan_decision_no_truncate before truncate on plan_decision for each statement execute function refuse_change();
alter table plan_decision enable row level security;
alter table plan_decision force row level security;
create policy plan_decision_read on plan_decision for select using (may_see_partner(partner_id));
create policy plan_decision_write on plan_decision for insert with check (may_see_partner(partner_id));
grant select, insert on plan_decision to fundproof_app;

-- Paid under a plan ahead of its proof (proof after payment). The amount moves in the ledger; this row says when, why and by whom.
create table plan_payment (
  id uuid primary key,
  partner_id uuid not null,
  plan_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  paid_on date not null,
  reference text not null check (reference <> ''),
  note text,
  posted_at timestamptz not null,
  posted_by uuid not null,
  foreign key (plan_id, partner_id) references plan (id, partner_id),
  foreign key (fund_id, partner_id) references fund (id, partner_id)
);
comment on table plan_payment is 'Append-only: what was paid under a plan before its proof';
create index plan_payment_plan on plan_payment (plan_id, id);
create index plan_payment_plan_partner on plan_payment (plan_id, partner_id);
create index plan_payment_fund on plan_payment (fund_id, partner_id);
create trigger plan_payment_append_only before update or delete on plan_payment for each row execute function refuse_change();
create trigger plan_payment_no_truncate before truncate on plan_payment for each statement execute function refuse_change();
alter table plan_payment enable row level security;
alter table plan_payment force row level security;
create policy plan_payment_read on plan_payment for select using (may_see_partner(partner_id));
create policy plan_payment_write on plan_payment for insert with check (is_vendor_side());
grant select, insert on plan_payment to fundproof_app;

-- A claim may prove an activity of a plan. What stands in a claim cannot be deleted from the plan.
alter table claim add foreign key (plan_activity_id, partner_id) references activity (id, partner_id);
create index claim_plan_activity on claim (plan_activity_id, partner_id) where plan_activity_id is not null;

-- Money under a plan (src/ledger/flows.ts holds the same list).
alter table ledger_account add check (kind not in ('plan-committed', 'plan-payable', 'plan-unproven') or (fund_id is not null and subject_id is not null));
insert into ledger_flow (template, from_kind, to_kind) values
  ('commit', 'fund-available', 'plan-committed'),
  ('uncommit', 'plan-committed', 'fund-available'),
  ('reserve', 'plan-committed', 'claim-reserved'),
  ('reserve-again', 'claim-reserved', 'plan-committed'),
  ('reserve-again', 'plan-committed', 'claim-reserved'),
  ('release', 'claim-reserved', 'plan-committed'),
  ('approve', 'claim-reserved', 'plan-committed'),
  ('pay-plan', 'fund-available', 'plan-payable'),
  ('pay-plan', 'plan-payable', 'in-flight'),
  ('pay-plan', 'in-flight', 'plan-unproven'),
  ('prove', 'plan-unproven', 'paid'),
  ('demand-back', 'plan-unproven', 'receivable');
