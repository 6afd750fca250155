-- Programs and their editions. A program is data: what a vendor rules for a program year is one document, kept as it was
-- published. A new version of a program year is a new row; the one before is superseded, and whatever was judged by it
-- keeps pointing at it.

create table program (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  name text not null check (length(name) between 1 and 200),
  kind text[] not null check (
    cardinality(kind) >= 1 and kind <@ array['rebate', 'co-op', 'plan', 'association', 'engagement', 'direct-pay']
  ),
  open_enrollment boolean not null,
  status text not null default 'open' check (status in ('open', 'closed', 'discontinued')),
  created_at timestamptz not null,
  created_by uuid not null
);
comment on table program is 'A scheme that rewards partners; its rules stand in its editions. A reference table: on a distributed engine it stands on every node';
alter table program enable row level security;
alter table program force row level security;
create policy program_read on program for select using (is_signed_in());
create policy program_insert on program for insert with check (is_vendor_side());
create policy program_update on program for update using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on program to fundproof_app;
grant update (name, kind, open_enrollment, status) on program to fundproof_app;

create table program_edition (
  id uuid primary key,
  program_id uuid not null references program (id),
  program_year text not null check (program_year ~ '^FY[0-9]{2}$'),
  version integer not null check (version >= 1),
  status text not null default 'draft' check (status in ('draft', 'published', 'superseded')),
  starts_on date not null,
  ends_on date not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  -- SHA-256 of the document in canonical form: proves that what judged then is what stands here now.
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  unique (program_id, program_year, version),
  check (starts_on <= ends_on),
  check (document ->> 'programYear' = program_year and (document ->> 'startsOn')::date = starts_on and (document ->> 'endsOn')::date = ends_on),
  check ((status = 'draft') = (published_at is null) and (published_at is null) = (published_by is null))
);
comment on table program_edition is 'The rules of a program for one program year, versioned; unchangeable once published';
create unique index program_edition_one_published on program_edition (program_id, program_year) where status = 'published';
create unique index program_edition_one_draft on program_edition (program_id, program_year) where status = 'draft';
create index program_edition_in_force on program_edition (program_id, starts_on, ends_on) where status = 'published';

-- What is published stays: only its status may still change, and only to superseded. Published editions of a program never
-- overlap, so that each day has at most one. Runs under the lock that publishing takes on the program.
create function guard_program_edition() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'draft' then return old; end if;
    raise exception 'edition % is published and cannot be deleted', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.program_id, new.program_year, new.version, new.created_at, new.created_by)
      is distinct from (old.id, old.program_id, old.program_year, old.version, old.created_at, old.created_by) then
    raise exception 'edition % keeps its program, year and version', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if tg_op = 'UPDATE' and old.status <> 'draft' and (
      (new.document, new.document_hash, new.starts_on, new.ends_on, new.published_at, new.published_by)
        is distinct from (old.document, old.document_hash, old.starts_on, old.ends_on, old.published_at, old.published_by)
      or not (new.status = old.status or (old.status = 'published' and new.status = 'superseded'))) then
    raise exception 'edition % is published and cannot be changed', old.id using errcode = 'restrict_violation', constraint = 'program_edition_immutable';
  end if;
  if new.status = 'published' and exists (
      select from program_edition other where other.program_id = new.program_id and other.id <> new.id and other.status = 'published'
        and other.starts_on <= new.ends_on and new.starts_on <= other.ends_on) then
    raise exception 'another published edition of this program covers some of these days' using errcode = 'exclusion_violation', constraint = 'program_edition_no_overlap';
  end if;
  return new;
end $$;
create trigger program_edition_guard before insert or update or delete on program_edition for each row execute function guard_program_edition();
create trigger program_edition_no_truncate before truncate on program_edition for each statement execute function refuse_change();
alter table program_edition enable row level security;
alter table program_edition force row level security;
-- Drafts are the vendor's; what is published is for everybody who is signed in.
create policy program_edition_read on program_edition for select using (is_vendor_side() or (is_signed_in() and status <> 'draft'));
create policy program_edition_insert on program_edition for insert with check (is_vendor_side());
create policy program_edition_update on program_edition for update using (is_vendor_side()) with check (is_vendor_side());
grant select, insert on program_edition to fundproof_app;
grant update (status, document, document_hash, starts_on, ends_on, published_at, published_by) on program_edition to fundproof_app;

-- A grant names a program that exists (the table stands in 0002, before programs).
alter table role_grant add constraint role_grant_program_id_fkey foreign key (program_id) references program (id);
