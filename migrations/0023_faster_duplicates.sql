-- The same answers about what was claimed before, found by index with plans that are kept (docs/figures.md). Each asks two
-- yes-or-no questions, own partner and other partners, where it collected every row that is alike before.

-- Many invoices of one supplier are the normal case; of one supplier on one day with one total there are few.
create index invoice_alike on invoice (supplier_key, date, total, currency);

-- Whose claim is asked about: the asking partner's own, or for the vendor's side the claim's.
create function duplicates_partner(claim uuid) returns uuid
  language sql stable set search_path = public, pg_temp as $$
  select case when app_side() = 'partner' then app_organisation() else (select c.partner_id from claim c where c.id = claim) end
$$;
revoke execute on function duplicates_partner(uuid) from public;

create or replace function invoice_seen_before(supplier text, number text, except_claim uuid) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  own constant uuid := duplicates_partner(except_claim);
  supplier_is constant text := duplicate_key(invoice_seen_before.supplier);
  number_is constant text := duplicate_key(invoice_seen_before.number);
  same boolean;
  other boolean;
begin
  select coalesce(bool_or(i.partner_id = own), false), coalesce(bool_or(i.partner_id is distinct from own), false) into same, other
    from invoice i where i.supplier_key = supplier_is and i.number_key = number_is and i.claim_id <> except_claim;
  return array_remove(array[case when other then 'other-partner' end, case when same then 'same-partner' end], null);
end $$;

create or replace function invoice_alike_before(supplier text, number text, date date, total bigint, currency text, except_claim uuid)
  returns text[] language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  own constant uuid := duplicates_partner(except_claim);
  supplier_is constant text := duplicate_key(invoice_alike_before.supplier);
  number_is constant text := duplicate_key(invoice_alike_before.number);
  same boolean;
  other boolean;
begin
  select exists (
    select 1 from invoice i
     where i.supplier_key = supplier_is and i.date = invoice_alike_before.date and i.total = invoice_alike_before.total
       and i.currency = invoice_alike_before.currency and i.number_key <> number_is and i.claim_id <> except_claim
       and i.partner_id = own
  ), exists (
    select 1 from invoice i
     where i.supplier_key = supplier_is and i.date = invoice_alike_before.date and i.total = invoice_alike_before.total
       and i.currency = invoice_alike_before.currency and i.number_key <> number_is and i.claim_id <> except_claim
       and i.partner_id is distinct from own
  ) into same, other;
  return array_remove(array[case when other then 'other-partner' end, case when same then 'same-partner' end], null);
end $$;

create or replace function file_seen_before(sha256 text, except_claim uuid) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  own constant uuid := duplicates_partner(except_claim);
  same boolean;
  other boolean;
begin
  select coalesce(bool_or(used.partner_id = own), false), coalesce(bool_or(used.partner_id is distinct from own), false) into same, other
    from file f cross join lateral (
      select i.claim_id, i.partner_id from invoice i where i.file_id = f.id
      union all select d.claim_id, d.partner_id from proof_document d where d.file_id = f.id
      union all select m.claim_id, m.partner_id from metric_value m where m.file_id = f.id
    ) as used
   where f.sha256 = file_seen_before.sha256 and used.claim_id <> except_claim;
  return array_remove(array[case when other then 'other-partner' end, case when same then 'same-partner' end], null);
end $$;
