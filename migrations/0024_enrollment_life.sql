-- The life of an enrollment (rulebook 4.5, 4.6): invitations, what is known of a partner, what was judged of it, and requests for rights.

alter table enrollment
  add unique (id, partner_id),
  -- When the requirements were judged last, and the codes of those that were not met then.
  add column checked_at timestamptz,
  add column unmet text[] not null default '{}',
  -- The enrollment of the year before that this one carries on.
  add column renewed_from uuid,
  add foreign key (renewed_from, partner_id) references enrollment (id, partner_id);
create index enrollment_renewed_from on enrollment (renewed_from) where renewed_from is not null;
create index enrollment_status on enrollment (status, id);
grant update (checked_at, unmet) on enrollment to fundproof_app;

-- A partner answers invitations and joins open programs; all else of an enrollment is the vendor's.
drop policy enrollment_insert on enrollment;
create policy enrollment_insert on enrollment for insert with check (may_see_partner(partner_id));
drop policy enrollment_update on enrollment;
create policy enrollment_update on enrollment for update using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));

create function enrollment_of_partner() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if app_side() is distinct from 'partner' then return new; end if;
  if tg_op = 'INSERT' and (new.status <> 'validating' or new.payout_ready or new.earnings_start_on is not null
       or not exists (select from program p where p.id = new.program_id and p.open_enrollment)) then
    raise exception 'a partner joins open programs only, and from the beginning' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (
       (new.payout_ready, new.expires_on, new.edition_id, new.standing) is distinct from (old.payout_ready, old.expires_on, old.edition_id, old.standing)
       or new.partner_type is distinct from old.partner_type or new.partner_tier is distinct from old.partner_tier
       or (new.status is distinct from old.status and old.status not in ('invited', 'inactive', 'validating'))
       or (new.status = 'enrolled' and not old.payout_ready)) then
    raise exception 'a partner answers an invitation and changes nothing else of an enrollment' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger enrollment_of_partner before insert or update on enrollment for each row execute function enrollment_of_partner();

-- An invitation to take part: one for an enrollment, however often it is sent.
create table invitation (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  enrollment_id uuid not null,
  state text not null check (state in ('sent', 'accepted', 'declined', 'expired')),
  sent_at timestamptz not null,
  sent_by uuid not null,
  times_sent integer not null default 1 check (times_sent >= 1),
  -- The last day on which it can be answered, in the program's zone, and the moment that day ends.
  expires_on date not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  -- Why the partner does not want to take part, in its own words.
  reason text check (length(reason) between 1 and 4000),
  unique (partner_id, enrollment_id),
  foreign key (enrollment_id, partner_id) references enrollment (id, partner_id),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  check ((answered_at is null) = (answered_by is null)),
  check ((state = 'declined') = (reason is not null))
);
comment on table invitation is 'An invitation of a location to a program; sent again, it is the same row';
create index invitation_enrollment on invitation (enrollment_id, partner_id);
create index invitation_open on invitation (expires_at, id) where state = 'sent';
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_read on invitation for select using (may_see_partner(partner_id));
create policy invitation_insert on invitation for insert with check (is_vendor_side());
create policy invitation_update on invitation for update using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert on invitation to fundproof_app;
grant update (state, sent_at, sent_by, times_sent, expires_on, expires_at, answered_at, answered_by, reason) on invitation to fundproof_app;

create function invitation_of_partner() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if app_side() = 'partner' and (old.state <> 'sent' or new.state not in ('accepted', 'declined')
       or (new.sent_at, new.sent_by, new.times_sent, new.expires_on, new.expires_at)
          is distinct from (old.sent_at, old.sent_by, old.times_sent, old.expires_on, old.expires_at)) then
    raise exception 'a partner answers an invitation once and changes nothing else of it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger invitation_of_partner before update on invitation for each row execute function invitation_of_partner();

-- What is known of a partner or one of its locations: an agreement it signed, a certification it holds, what it sold. The row
-- recorded last for a code is what counts; the ones before it say what was known until then.
create table partner_fact (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  -- Null when it is so of the whole organisation.
  location_id uuid,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  -- A version, a number, a code; null where holding it is all there is to say.
  value text check (length(value) between 1 and 200),
  valid_from date not null,
  valid_to date,
  source text not null check (length(source) between 1 and 400),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  foreign key (location_id, partner_id) references location (id, partner_id),
  check (valid_to is null or valid_from <= valid_to)
);
comment on table partner_fact is 'Append-only: what is known of a partner, by code; the last row of a code counts';
create index partner_fact_location on partner_fact (location_id, partner_id) where location_id is not null;
create index partner_fact_partner on partner_fact (partner_id, code, recorded_at desc, id desc);
create trigger partner_fact_append_only before update or delete on partner_fact for each row execute function refuse_change();
create trigger partner_fact_no_truncate before truncate on partner_fact for each statement execute function refuse_change();
alter table partner_fact enable row level security;
alter table partner_fact force row level security;
create policy partner_fact_read on partner_fact for select using (may_see_partner(partner_id));
create policy partner_fact_write on partner_fact for insert with check (is_vendor_side());
grant select, insert on partner_fact to fundproof_app;

-- A person of a partner asks those who give roles for rights in a program and a location.
create table access_request (
  id uuid primary key,
  partner_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  program_id uuid not null references program (id),
  -- Null when it is asked for every location.
  location_id uuid,
  -- Rights that were missing when it was asked.
  rights text[] not null check (cardinality(rights) > 0),
  note text check (length(note) between 1 and 2000),
  asked_on date not null,
  asked_at timestamptz not null,
  foreign key (location_id, partner_id) references location (id, partner_id),
  -- Asking twice on one day would only fill other people's mail.
  constraint access_request_once unique nulls not distinct (partner_id, person_id, program_id, location_id, asked_on)
);
comment on table access_request is 'Append-only: somebody asks for rights; whoever gives roles is told';
create index access_request_person on access_request (person_id);
create index access_request_program on access_request (program_id);
create index access_request_location on access_request (location_id, partner_id) where location_id is not null;
create trigger access_request_append_only before update or delete on access_request for each row execute function refuse_change();
create trigger access_request_no_truncate before truncate on access_request for each statement execute function refuse_change();
alter table access_request enable row level security;
alter table access_request force row level security;
create policy access_request_read on access_request for select using (may_see_partner(partner_id));
create policy access_request_write on access_request for insert
  with check (app_side() = 'system' or (may_see_partner(partner_id) and person_id = app_person()));
grant select, insert on access_request to fundproof_app;

alter table notification drop constraint notification_subject_type_check;
alter table notification add constraint notification_subject_type_check
  check (subject_type in ('claim', 'plan', 'enrollment', 'access-request'));
