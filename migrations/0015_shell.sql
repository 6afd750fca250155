-- What every page shares: settings of a person, saved views of lists, notices that carry their words and stay until they are
-- done, and search.

-- Settings. Null: as the browser says. Separate from person.locale, which is what an administrator expects of the person.
alter table person add column chosen_locale text check (chosen_locale ~ '^[a-z]{2}-[A-Z]{2}$');
alter table person add column chosen_time_zone text check (length(chosen_time_zone) between 1 and 64);
alter table person add column colour_scheme text not null default 'auto' check (colour_scheme in ('auto', 'light', 'dark'));
-- Types of events the person wants no mail about; the notice in the application comes all the same.
alter table person add column muted_mails text[] not null default '{}' check (cardinality(muted_mails) <= 100);
grant update (chosen_locale, chosen_time_zone, colour_scheme, muted_mails) on person to fundproof_app;

-- How a person likes to look at a list: filter, order and columns, under a name.
create table saved_view (
  id uuid primary key,
  person_id uuid not null references person (id),
  -- Null for people of the vendor. Follows from the person.
  partner_id uuid references organisation (partner_id),
  list text not null check (list ~ '^[a-z-]{1,30}$'),
  name text not null check (length(name) between 1 and 80),
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  sort text check (length(sort) <= 60),
  -- Keys of the columns that are shown, in their order; empty: all of them.
  columns text[] not null default '{}' check (cardinality(columns) <= 40),
  is_default boolean not null default false,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint saved_view_name unique nulls not distinct (partner_id, person_id, list, name)
);
comment on table saved_view is 'A person''s own way to look at a list: filter, order, columns, under a name';
create index saved_view_person on saved_view (person_id, list);
create unique index saved_view_one_default on saved_view (partner_id, person_id, list) nulls not distinct where is_default;
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_own on saved_view
  using (person_id = app_person() and is_signed_in()
    and partner_id is not distinct from case app_side() when 'partner' then app_organisation() end)
  with check (person_id = app_person() and is_signed_in()
    and partner_id is not distinct from case app_side() when 'partner' then app_organisation() end);
grant select, insert, delete on saved_view to fundproof_app;
grant update (name, filter, sort, columns, is_default, version, updated_at) on saved_view to fundproof_app;

-- Notices. What they say stands in them as words, to be said in the person's language; those that ask for something stay
-- open until an event ends what they ask for, read or not.
alter table notification drop constraint notification_subject_type_check;
alter table notification add constraint notification_subject_type_check check (subject_type in ('claim', 'plan'));
alter table notification add column headline jsonb;
alter table notification add column advice jsonb;
alter table notification add column is_task boolean not null default false;
alter table notification add column due_on date;
alter table notification add column done_at timestamptz;
alter table notification add constraint notification_task check (is_task or done_at is null);
create index notification_open_task on notification (person_id, occurred_at desc, id desc) where is_task and done_at is null;
grant update (done_at) on notification to fundproof_app;

-- Search. Row-level security lets no index answer a question for a part of a text (the operators might leak what they see),
-- so one function looks past it for claims, of which there may be hundreds of thousands. It keeps to what the
-- policy lets see, gives ids and ranks only, and what is shown of them is read under the policy again.
create extension if not exists pg_trgm;
create index claim_words on claim using gin (number gin_trgm_ops, name gin_trgm_ops);
create index claim_decided on claim (decided_at) where decided_at is not null;
create policy claim_of_owner on claim for select to current_user using (true);

-- Ids of claims whose number or name holds every one of the words, best first; an id may come more than once. `programs` and `locations` are the pairs of
-- the actor's scopes, null in a pair for all; both null: no scope to keep to. Common words are found among what changed last;
-- rare ones by the index.
create function search_claims(words text[], programs uuid[], locations uuid[], most integer)
returns table (id uuid, rank integer)
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  patterns constant text[] := array(select '%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' from unnest(words) w);
  whole constant text := array_to_string(words, ' ');
  -- 'C-2026-000123' of 123.
  tail constant text := case when whole ~ '^\d{1,6}$' then '-' || lpad(whole, 6, '0') end;
  -- may_see_partner(), taken apart: as it stands the planner expects it to refuse nearly all, and walks the whole table.
  own constant text := case app_side() when 'vendor' then 'true' when 'system' then 'true'
                       when 'partner' then 'c.partner_id = app_organisation()' else 'false' end;
  scoped constant text := case when programs is null then 'true' else
    'exists (select from unnest($2, $3) s (p, l) where (s.p is null or s.p = c.program_id) and (s.l is null or s.l = c.location_id))' end;
  matching text := 'true';
  ranked constant text := $rank$
    case when upper(c.number) = upper($4) or c.number like '%' || $5 then 0
         when c.number ilike $4 || '%' then 1
         when c.name ilike $4 || '%' then 2
         when c.name ilike '% ' || $4 || '%' then 3
         else 4 end $rank$;
  found integer;
  seen integer;
begin
  if cardinality(words) = 0 then
    return;
  end if;
  for n in 1 .. cardinality(patterns) loop
    matching := matching || format(' and (c.number ilike ($1)[%s] or c.name ilike ($1)[%s])', n, n);
  end loop;
  return query execute format($q$
    select c.id, 0 from claim c where (c.number = upper($4) or c.number like '%%' || $5) and %s and %s limit $6 $q$, own, scoped)
    using patterns, programs, locations, whole, tail, most;
  return query execute format($q$
    select c.id, %s from (
      select c.id, c.number, c.name, c.program_id, c.location_id, c.updated_at from claim c where %s order by c.updated_at desc limit 3000
    ) c where %s and %s order by 2, c.updated_at desc limit $6 $q$, ranked, own, matching, scoped)
    using patterns, programs, locations, whole, tail, most;
  get diagnostics found = row_count;
  execute format('select count(*) from (select from claim c where %s limit 3000) c', own) into seen;
  -- That was all there is; and the index knows texts of three letters and more.
  if found >= most or seen < 3000 or not exists (select from unnest(words) w where length(w) >= 3) then
    return;
  end if;
  return query execute format($q$
    select c.id, %s from (
      select c.id, c.number, c.name, c.updated_at from claim c where %s and %s and %s limit 500
    ) c order by 2, c.updated_at desc limit $6 $q$, ranked, matching, own, scoped)
    using patterns, programs, locations, whole, tail, most;
end $$;
revoke all on function search_claims(text[], uuid[], uuid[], integer) from public;
grant execute on function search_claims(text[], uuid[], uuid[], integer) to fundproof_app;
