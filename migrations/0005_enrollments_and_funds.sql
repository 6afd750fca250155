-- Enrollments (a location taking part in a program for one program year) and funds (the money a location holds under a
-- program for an earning period). Balances are not here: they are the ledger's.

create table enrollment (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  location_id uuid not null,
  program_id uuid not null references program (id),
  edition_id uuid not null references program_edition (id),
  program_year text not null check (program_year ~ '^FY\d{2}$'),
  status text not null check (status in ('invited', 'ineligible', 'inactive', 'action_required', 'validating', 'enrolled', 'discontinued')),
  -- True when payout and tax data are complete, so that claims may be made (rulebook 3.4, payoutReady).
  payout_ready boolean not null default false,
  accepted_at timestamptz,
  accepted_by uuid,
  earnings_start_on date,
  expires_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (partner_id, location_id, program_id, program_year),
  foreign key (location_id, partner_id) references location (id, partner_id)
);
comment on table enrollment is 'A location in a program edition; ends with the program year';
create index enrollment_location on enrollment (location_id);
create index enrollment_program on enrollment (program_id);
create index enrollment_edition on enrollment (edition_id);
alter table enrollment enable row level security;
alter table enrollment force row level security;
create policy enrollment_read on enrollment for select using (may_see_partner(partner_id));
create policy enrollment_insert on enrollment for insert with check (is_vendor_side());
create policy enrollment_update on enrollment for update using (may_see_partner(partner_id)) with check (is_vendor_side());
grant select, insert on enrollment to fundproof_app;
grant update (status, payout_ready, accepted_at, accepted_by, earnings_start_on, version, updated_at) on enrollment to fundproof_app;

create table fund (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  location_id uuid not null,
  program_id uuid not null references program (id),
  fund_type text not null,
  earning_period text not null,
  earning_from date not null,
  earning_to date not null,
  usage_period text not null,
  usage_from date not null,
  usage_to date not null,
  claim_from date not null,
  claim_to date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Split and threshold are judged by the edition of the earning period; windows, evidence, caps by that of the usage period.
  earning_edition_id uuid not null references program_edition (id),
  usage_edition_id uuid not null references program_edition (id),
  -- Null until the closing job has judged the threshold; then whether the accrual may be used as co-op.
  qualified boolean,
  qualified_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (partner_id, location_id, program_id, fund_type, earning_period, currency),
  unique (id, partner_id),
  unique (id, partner_id, program_id, currency),
  foreign key (location_id, partner_id) references location (id, partner_id),
  check (earning_from <= earning_to and usage_from <= usage_to and claim_from <= claim_to),
  check ((qualified is null) = (qualified_at is null))
);
comment on table fund is 'Money of a location under a program for one earning period; its amounts are ledger balances';
create index fund_location on fund (location_id);
create index fund_program on fund (program_id, usage_period);
create index fund_earning_edition on fund (earning_edition_id);
create index fund_usage_edition on fund (usage_edition_id);
alter table fund enable row level security;
alter table fund force row level security;
create policy fund_read on fund for select using (may_see_partner(partner_id));
create policy fund_insert on fund for insert with check (is_vendor_side());
-- A partner's claim locks its fund, which asks for the right to update; writing is the vendor's side alone.
create policy fund_update on fund for update using (may_see_partner(partner_id)) with check (is_vendor_side());
grant select, insert on fund to fundproof_app;
grant update (qualified, qualified_at, version) on fund to fundproof_app;

-- Money of an account or an entry always belongs to a fund that exists, of the same partner; an account also is in the
-- fund's program and currency.
alter table ledger_account add foreign key (fund_id, partner_id, program_id, currency) references fund (id, partner_id, program_id, currency);
alter table ledger_entry add foreign key (fund_id, partner_id) references fund (id, partner_id);

-- A correction by the vendor's finance, with its reason. The amount moves in the ledger; this row says why and by whom.
create table fund_adjustment (
  id uuid primary key,
  partner_id uuid not null,
  fund_id uuid not null,
  amount bigint not null check (amount <> 0),
  currency text not null,
  reason_code text not null,
  note text,
  effective_for date not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  foreign key (fund_id, partner_id) references fund (id, partner_id)
);
comment on table fund_adjustment is 'Append-only: why finance changed what a fund holds';
create index fund_adjustment_fund on fund_adjustment (fund_id, id);
create trigger fund_adjustment_append_only before update or delete on fund_adjustment for each row execute function refuse_change();
create trigger fund_adjustment_no_truncate before truncate on fund_adjustment for each statement execute function refuse_change();
alter table fund_adjustment enable row level security;
alter table fund_adjustment force row level security;
create policy fund_adjustment_read on fund_adjustment for select using (may_see_partner(partner_id));
create policy fund_adjustment_write on fund_adjustment for insert with check (is_vendor_side());
grant select, insert on fund_adjustment to fundproof_app;
