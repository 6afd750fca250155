-- The life of an edition: a draft may be incomplete while it is written, is validated, published with the day from which it
-- holds, and superseded. Several published versions of a program year may follow each other, each with days of its own.

-- Drafts: the text as its author wrote it (so that findings name lines of it), and who changed it last.
alter table program_edition
  add column revision integer not null default 1 check (revision >= 1),
  add column source text,
  add column source_format text check (source_format in ('json', 'yaml')),
  add column updated_at timestamptz,
  add column updated_by uuid,
  -- Where publication takes two people: who asked for it, when, and from which day it shall hold.
  add column requested_at timestamptz,
  add column requested_by uuid,
  add column requested_effective_on date,
  -- The days on which this version is in force; the last one moves forward when a correction begins earlier.
  add column effective_on date,
  add column effective_to date,
  add check ((source is null) = (source_format is null));

select set_config('app.side', 'system', true);
alter table program_edition disable trigger program_edition_guard;
update program_edition set effective_on = starts_on, effective_to = ends_on where status <> 'draft';
alter table program_edition enable trigger program_edition_guard;

alter table program_edition drop constraint program_edition_status_check;
alter table program_edition add constraint program_edition_status_check
  check (status in ('draft', 'validated', 'publication_requested', 'published', 'superseded'));

-- A draft may hold anything; what was validated says the same as its columns.
alter table program_edition drop constraint program_edition_check1;
alter table program_edition add constraint program_edition_says_its_year check (
  case when status = 'draft' then true
       else document ->> 'programYear' = program_year and (document ->> 'startsOn')::date = starts_on and (document ->> 'endsOn')::date = ends_on end);
alter table program_edition drop constraint program_edition_check2;
alter table program_edition add constraint program_edition_published_by check (
  (status in ('published', 'superseded')) = (published_at is not null) and (published_at is null) = (published_by is null));
alter table program_edition add constraint program_edition_effective check (
  (status in ('published', 'superseded')) = (effective_on is not null) and (effective_on is null) = (effective_to is null)
  and starts_on <= effective_on and effective_on <= effective_to and effective_to <= ends_on);
alter table program_edition add constraint program_edition_requested check (
  (status <> 'publication_requested' or requested_by is not null)
  and (requested_at is null) = (requested_by is null) and (requested_by is null) = (requested_effective_on is null));

drop index program_edition_one_published;
create unique index program_edition_one_published on program_edition (program_id, effective_on) where status = 'published';
drop index program_edition_one_draft;
create unique index program_edition_one_draft on program_edition (program_id, program_year)
  where status in ('draft', 'validated', 'publication_requested');
drop index program_edition_in_force;
create index program_edition_in_force on program_edition (program_id, effective_on, effective_to) where status = 'published';

-- What is published stays: it may only be superseded, or give its last days to a correction. The published versions of a
-- program never overlap, so that each day has at most one. Runs under the lock that publishing takes on the program.
create or replace function guard_program_edition() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status in ('draft', 'validated') then return old; end if;
    raise exception 'edition % is published and cannot be deleted', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if tg_op = 'INSERT' and new.status = 'published' and new.effective_on is null then
    new.effective_on = new.starts_on;
    new.effective_to = new.ends_on;
  end if;
  if tg_op = 'UPDATE' and (new.id, new.program_id, new.program_year, new.version, new.created_at, new.created_by)
      is distinct from (old.id, old.program_id, old.program_year, old.version, old.created_at, old.created_by) then
    raise exception 'edition % keeps its program, year and version', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if tg_op = 'UPDATE' and old.status in ('published', 'superseded') and (
      (new.document, new.document_hash, new.source, new.source_format, new.revision, new.starts_on, new.ends_on, new.effective_on,
       new.published_at, new.published_by, new.updated_at, new.updated_by, new.requested_at, new.requested_by, new.requested_effective_on)
        is distinct from
      (old.document, old.document_hash, old.source, old.source_format, old.revision, old.starts_on, old.ends_on, old.effective_on,
       old.published_at, old.published_by, old.updated_at, old.updated_by, old.requested_at, old.requested_by, old.requested_effective_on)
      or new.effective_to > old.effective_to
      or (old.status = 'superseded' and new.effective_to <> old.effective_to)
      or not (new.status = old.status or (old.status = 'published' and new.status = 'superseded'))) then
    raise exception 'edition % is published and cannot be changed', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if new.status = 'published' and exists (
      select from program_edition other where other.program_id = new.program_id and other.id <> new.id and other.status = 'published'
        and other.effective_on <= new.effective_to and new.effective_on <= other.effective_to) then
    raise exception 'another published edition of this program covers some of these days' using errcode = 'exclusion_violation', constraint = 'program_edition_no_overlap';
  end if;
  return new;
end $$;

-- Drafts are the vendor's, and only they are deleted.
drop policy program_edition_read on program_edition;
create policy program_edition_read on program_edition for select
  using (is_vendor_side() or (is_signed_in() and status in ('published', 'superseded')));
create policy program_edition_delete on program_edition for delete using (is_vendor_side() and status in ('draft', 'validated'));
grant update (revision, source, source_format, updated_at, updated_by, requested_at, requested_by, requested_effective_on,
  effective_on, effective_to) on program_edition to fundproof_app;
grant delete on program_edition to fundproof_app;

-- What is published for a program, as one number: publishing counts it up, so that answers made from published rules may be kept
-- in memory for as long as it stays. Readable without knowing who asks: it says nothing but that something changed.
alter table program add column rules_version integer not null default 0 check (rules_version >= 0);
grant update (rules_version) on program to fundproof_app;
create policy program_owner_reads on program for select to current_user using (true);
create function program_rules_version(program_code text) returns table (id uuid, rules_version integer)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select p.id, p.rules_version from program p where p.code = program_code
$$;
revoke all on function program_rules_version(text) from public;
grant execute on function program_rules_version(text) to fundproof_app;

-- What the vendor decides about its own way of working, by name. A reference table of few rows.
create table vendor_setting (
  name text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  value jsonb not null,
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null,
  changed_by uuid not null
);
comment on table vendor_setting is 'Switches of the vendor, such as whether publishing an edition takes two people';
alter table vendor_setting enable row level security;
alter table vendor_setting force row level security;
create policy vendor_setting_read on vendor_setting for select using (is_vendor_side());
create policy vendor_setting_insert on vendor_setting for insert with check (is_vendor_side());
create policy vendor_setting_update on vendor_setting for update using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on vendor_setting to fundproof_app;
grant update (value, version, changed_at, changed_by) on vendor_setting to fundproof_app;
