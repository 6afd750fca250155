-- What is searched in a claim, in one column and one case: comparing number and name as they were written, whatever their case, took
-- several times as long as all else of a search (docs/figures.md). No letter of a number or name is a line break, so that no word
-- is found across the two.
alter table claim add column words text collate "C" not null generated always as (lower(number || e'\n' || name)) stored;
drop index claim_words;
create index claim_words on claim using gin (words gin_trgm_ops);

-- Ids of claims whose words hold a pattern in lower case, in one of some statuses or, without any, in all. For the vendor's side alone:
-- a partner has few claims, and they are read one by one. Row-level security lets no index answer such a question (search_claims).
-- Gives ids only; what is shown of them is read under the policy again.
drop function claims_like(text);
create function claims_like(pattern text, statuses text[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  select c.id from claim c
   where sees_every_partner() and c.words like pattern and (statuses is null or c.status = any (statuses))
$$;
revoke all on function claims_like(text, text[]) from public;
grant execute on function claims_like(text, text[]) to fundproof_app;

-- As in 0015; only how a word is looked for has changed.
create or replace function search_claims(words text[], programs uuid[], locations uuid[], most integer)
returns table (id uuid, rank integer)
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  patterns constant text[] := array(select '%' || regexp_replace(lower(w), '([\\%_])', '\\\1', 'g') || '%' from unnest(words) w);
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
    matching := matching || format(' and c.words like ($1)[%s]', n);
  end loop;
  return query execute format($q$
    select c.id, 0 from claim c where (c.number = upper($4) or c.number like '%%' || $5) and %s and %s limit $6 $q$, own, scoped)
    using patterns, programs, locations, whole, tail, most;
  return query execute format($q$
    select c.id, %s from (
      select c.id, c.number, c.name, c.words, c.program_id, c.location_id, c.updated_at from claim c where %s order by c.updated_at desc limit 3000
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
