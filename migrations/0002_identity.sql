-- Identity: organisations, their locations and people, the roles people hold, and the credentials they sign in with.
--
-- Two schemas. `public` holds who people are and what they may do; it is ours. `auth` holds how they prove it
-- (credentials, sessions, failed attempts); its first four tables belong to the sign-in library (better-auth 1.7.6,
-- shape as its getMigrations().compileMigrations() writes it). One to one: auth."user".id is person.id as text.

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('vendor', 'partner')),
  legal_name text not null check (length(legal_name) between 1 and 200),
  display_name text not null check (length(display_name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  tax_residence text not null check (tax_residence ~ '^[A-Z]{2}$'),
  time_zone text not null check (length(time_zone) between 1 and 64),
  -- The partner this row is about: itself, or nobody for the vendor. What refers to it can only be a partner's.
  partner_id uuid generated always as (case when kind = 'partner' then id end) stored unique,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  unique (id, kind)
);
comment on table organisation is 'The vendor and its partners. A reference table: on a distributed engine it stands on every node';
-- There is one vendor (issue of several vendors in one installation: several installations).
create unique index organisation_one_vendor on organisation (kind) where kind = 'vendor';
create index organisation_by_name on organisation (lower(display_name), id);
alter table organisation enable row level security;
alter table organisation force row level security;
-- The vendor's row (its name) is for everybody who is signed in; a partner's row for that partner and the vendor's side.
create policy organisation_read on organisation for select using ((kind = 'vendor' and is_signed_in()) or may_see_partner(partner_id));
create policy organisation_insert on organisation for insert with check (is_vendor_side());
create policy organisation_update on organisation for update using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on organisation to fundproof_app;
grant update (legal_name, display_name, country, tax_residence, time_zone, version) on organisation to fundproof_app;

create table location (
  id uuid primary key,
  partner_id uuid not null references organisation (partner_id),
  -- The "PartnerID" that is shown everywhere (rulebook 3.2). Unique over all partners, because the vendor gives it out.
  partner_number text not null unique check (length(partner_number) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  address_lines text[] not null default '{}' check (cardinality(address_lines) <= 5),
  postal_code text,
  city text,
  region text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- The market whose calendar counts its business days: a country, or a part of one with its own holidays (DE-BY).
  market text not null check (market ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  is_headquarters boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  unique (id, partner_id)
);
comment on table location is 'A partner account at one place: funds, plans and claims belong to a location';
create index location_of_partner on location (partner_id, id);
create index location_by_name on location (lower(name), id);
create unique index location_one_headquarters on location (partner_id) where is_headquarters;
alter table location enable row level security;
alter table location force row level security;
create policy location_of_partner on location using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert on location to fundproof_app;
grant update (name, address_lines, postal_code, city, region, country, market, is_headquarters, version) on location to fundproof_app;

create table person (
  id uuid primary key,
  organisation_id uuid not null,
  side text not null,
  -- Follows from the two above and so can never contradict them; null for people of the vendor.
  partner_id uuid generated always as (case when side = 'partner' then organisation_id end) stored,
  name text not null check (length(name) between 1 and 200),
  email text not null unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  state text not null default 'active' check (state in ('active', 'suspended')),
  locale text not null default 'en-GB' check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  foreign key (organisation_id, side) references organisation (id, kind),
  unique (id, organisation_id, side)
);
comment on table person is 'Somebody who can sign in. The e-mail is unique over all organisations: it is what people sign in with';
create index person_of_organisation on person (organisation_id, side, id);
create index person_of_partner on person (partner_id, id);
alter table person enable row level security;
alter table person force row level security;
-- People of the vendor have no partner: a partner sees none of their rows, only a name by way of person_display_name().
create policy person_of_partner on person using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
-- The functions below that look past the partner run as the owner, which is why the owner may read here.
create policy person_of_owner on person for select to current_user using (true);
grant select, insert on person to fundproof_app;
grant update (name, state, locale, version) on person to fundproof_app;

create table role_grant (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null,
  side text not null,
  partner_id uuid generated always as (case when side = 'partner' then organisation_id end) stored,
  role text not null,
  -- Null means all (rulebook 2.2). The foreign key to program comes with that table (0003).
  program_id uuid,
  location_id uuid,
  valid_from timestamptz not null,
  -- The first moment at which it no longer holds; null while it has no end.
  valid_to timestamptz check (valid_to >= valid_from),
  granted_by uuid not null,
  revoked_by uuid,
  foreign key (person_id, organisation_id, side) references person (id, organisation_id, side),
  -- A partner's grant names one of its own locations.
  foreign key (location_id, partner_id) references location (id, partner_id),
  constraint role_grant_vendor_scope check (side = 'partner' or location_id is null),
  constraint role_grant_role_of_side check (
    (side = 'partner' and role in ('organisation-admin', 'account-admin', 'incentives-admin', 'incentives-user', 'billing-admin', 'partner-auditor'))
    or (side = 'vendor' and role in ('program-manager', 'reviewer', 'finance', 'auditor', 'vendor-admin')))
);
comment on table role_grant is 'A role of a person for a program and a location. Ended by valid_to, never deleted';
create index role_grant_of_person on role_grant (person_id, organisation_id, side);
create index role_grant_of_location on role_grant (location_id, partner_id) where location_id is not null;
create index role_grant_of_program on role_grant (program_id) where program_id is not null;
create index role_grant_of_partner on role_grant (partner_id, id);
create unique index role_grant_once on role_grant (partner_id, person_id, role, program_id, location_id) nulls not distinct
  where valid_to is null;
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy role_grant_of_partner on role_grant using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
create policy role_grant_of_owner on role_grant for select to current_user using (true);
grant select, insert on role_grant to fundproof_app;
grant update (valid_to, revoked_by) on role_grant to fundproof_app;

-- Who decided is part of every history, so a partner may learn the name of a person of the vendor whose id it was given
-- there: the name, nothing else, and nobody of another partner. Two functions, because what is allowed to look past the
-- partner must not be the one that answers for everybody.
create function vendor_person_name(person uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.name from public.person p where p.id = person and p.side = 'vendor'
$$;
revoke all on function vendor_person_name(uuid) from public;
grant execute on function vendor_person_name(uuid) to fundproof_app;

create function person_display_name(person uuid) returns text language sql stable as $$
  select coalesce((select p.name from public.person p where p.id = person),
                  case when public.is_signed_in() then public.vendor_person_name(person) end)
$$;

-- Credentials. Nobody reads them in a transaction of a vendor or a partner: only the connections that sign people in
-- (they carry app.side = 'sign-in' from their start) and the program itself (seed, command line).
create schema auth;
grant usage on schema auth to fundproof_app;
create function auth.is_open() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.side', true), '') in ('sign-in', 'system');

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
comment on table auth."user" is 'A person as the sign-in library knows one; id is person.id as text';

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
comment on table auth."session" is 'Who is signed in. The cookie holds the token and its signature; the token alone opens nothing';
create index "session_userId_idx" on auth."session" ("userId");
create index session_expiry on auth."session" ("expiresAt");

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  unique ("userId", "providerId")
);
comment on table auth."account" is 'A way to sign in: provider "credential" holds the password as a scrypt hash';

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
comment on table auth."verification" is 'One-time codes of the sign-in library; unused until a password can be reset by mail';
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth.sign_in_failure (
  id bigint generated always as identity primary key,
  -- SHA-256 of the e-mail that was typed: enough to count, and no list of e-mails of people who are no users.
  account bytea not null check (octet_length(account) = 32),
  address text not null,
  failed_at timestamptz not null
);
comment on table auth.sign_in_failure is 'Failed sign-ins of the last minutes, counted to slow guessing down; old rows are swept';
create index sign_in_failure_account on auth.sign_in_failure (account, failed_at desc);
create index sign_in_failure_address on auth.sign_in_failure (address, failed_at desc);
create index sign_in_failure_age on auth.sign_in_failure (failed_at);

do $$
declare name text;
begin
  foreach name in array array['user', 'session', 'account', 'verification', 'sign_in_failure'] loop
    execute format('alter table auth.%I enable row level security', name);
    execute format('alter table auth.%I force row level security', name);
    execute format('create policy only_sign_in on auth.%I using (auth.is_open()) with check (auth.is_open())', name);
  end loop;
end $$;
create policy session_of_owner on auth."session" for select to current_user using (true);
grant select, insert, update on auth."user", auth."account" to fundproof_app;
grant select, insert, update, delete on auth."session" to fundproof_app;
grant select, insert, delete on auth.sign_in_failure to fundproof_app;

-- Who is behind a session, in one indexed question: the person, the side and the roles that hold at this moment. Nobody
-- when the session has ended or the person is suspended. Works before anybody is known to the transaction, and so is the
-- one door through row-level security that needs no app.side; it gives nothing without the token of a session.
create function session_actor(session_token text, at timestamptz)
returns table (session_id text, expires_at timestamptz, person_id uuid, organisation_id uuid, side text, grants json)
language plpgsql stable security definer rows 1
set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s."id", s."expiresAt", p.id, p.organisation_id, p.side, coalesce((
             select json_agg(json_build_object('role', g.role, 'programId', g.program_id, 'locationId', g.location_id) order by g.id)
               from public.role_grant g
              where g.person_id = p.id and g.valid_from <= at and (g.valid_to is null or g.valid_to > at)), '[]'::json)
      from auth."session" s
      join public.person p on p.id = s."userId"::uuid
     where s."token" = session_token and s."expiresAt" > at and p.state = 'active';
end $$;
revoke all on function session_actor(text, timestamptz) from public;
grant execute on function session_actor(text, timestamptz) to fundproof_app;

-- Asked after a right password and before a session is made.
create function auth.may_sign_in(person text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.person p where p.id = person::uuid and p.state = 'active')
$$;
revoke all on function auth.may_sign_in(text) from public;
grant execute on function auth.may_sign_in(text) to fundproof_app;
