-- Evidence: uploaded files, supplier invoices with lines, certifications of in-house cost, proof documents, metric values
-- (rulebook 3.4). Everything but a file belongs to one claim; the foreign keys to the claim are added by the claims migration.
--
-- All of it is data of one partner: composite foreign keys carry partner_id, so that nothing can ever point across partners.

-- A file as it was received. Its bytes lie in the file storage under storage_key. Never changed, never removed by the
-- application: a decision must be provable for as long as the retention lasts.
create table file (
  id uuid primary key,
  partner_id uuid not null references organisation (partner_id),
  name text not null check (char_length(name) between 1 and 250),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null,
  scan text not null check (scan in ('not-scanned', 'clean', 'infected')),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  unique (id, partner_id),
  unique (partner_id, storage_key)
);
comment on table file is 'Received files: name for people, type found in the content, hash; append-only';
comment on column file.uploaded_by is 'Person id, without a foreign key: a person may be erased, the file stays';
comment on column file.scan is 'not-scanned as long as no virus scanner is configured';
create index file_partner on file (partner_id, uploaded_at);
create index file_sha256 on file (sha256);
create trigger file_append_only before update or delete on file for each row execute function refuse_change();
create trigger file_no_truncate before truncate on file for each statement execute function refuse_change();
alter table file enable row level security;
alter table file force row level security;
create policy file_partner on file using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert on file to fundproof_app;

-- Two invoices are the same when supplier and number are, whatever the case, spaces and punctuation.
create function duplicate_key(text_of_person text) returns text language sql immutable parallel safe
  return regexp_replace(lower(normalize(text_of_person, nfkc)), '[^[:alnum:]]', '', 'g');

create table invoice (
  id uuid primary key,
  claim_id uuid not null,
  partner_id uuid not null,
  ordinal integer not null check (ordinal >= 1),
  supplier_name text not null check (supplier_name <> ''),
  number text not null check (number <> ''),
  date date not null,
  billed_to text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  subtotal bigint not null check (subtotal > 0),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total > 0),
  file_id uuid,
  supplier_key text not null generated always as (duplicate_key(supplier_name)) stored,
  number_key text not null generated always as (duplicate_key(number)) stored,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  unique (partner_id, claim_id, ordinal),
  unique (id, partner_id, currency),
  foreign key (file_id, partner_id) references file (id, partner_id)
);
comment on table invoice is 'A supplier''s invoice in a claim; sums that do not add up are findings, not refused here';
create index invoice_claim on invoice (claim_id, partner_id);
create index invoice_file on invoice (file_id, partner_id);
create index invoice_duplicate on invoice (supplier_key, number_key);
alter table invoice enable row level security;
alter table invoice force row level security;
create policy invoice_partner on invoice using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on invoice to fundproof_app;

create table invoice_line (
  id uuid primary key,
  invoice_id uuid not null,
  claim_id uuid not null,
  partner_id uuid not null,
  ordinal integer not null check (ordinal >= 1),
  description text not null,
  expense_type text,
  quantity numeric(18, 6) not null check (quantity > 0),
  currency text not null,
  unit_price bigint not null check (unit_price > 0),
  line_amount bigint not null check (line_amount > 0),
  person text,
  eligible_amount bigint check (eligible_amount between 0 and line_amount),
  approved_amount bigint check (approved_amount between 0 and line_amount),
  reason_code text,
  unique (partner_id, invoice_id, ordinal) deferrable initially deferred,
  foreign key (invoice_id, partner_id, currency) references invoice (id, partner_id, currency) on update cascade on delete cascade
);
comment on table invoice_line is 'A line of an invoice, with what the rules leave of it and what the reviewer approved';
create index invoice_line_invoice on invoice_line (invoice_id, partner_id, currency);
create index invoice_line_claim on invoice_line (claim_id, partner_id);
alter table invoice_line enable row level security;
alter table invoice_line force row level security;
create policy invoice_line_partner on invoice_line using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on invoice_line to fundproof_app;

-- Certification of in-house cost (rulebook 6.5): stands in place of an invoice where the partner's own people did the work.
create table certification (
  id uuid primary key,
  claim_id uuid not null,
  partner_id uuid not null,
  ordinal integer not null check (ordinal >= 1),
  period_from date not null,
  period_to date not null,
  person_or_role text not null,
  work_done text not null,
  expense_type text,
  unit text not null check (unit in ('hours', 'days', 'pieces')),
  quantity numeric(18, 6) not null check (quantity > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit_cost bigint not null check (unit_cost > 0),
  total bigint not null check (total > 0),
  certifier_name text not null,
  certifier_role text not null,
  certified_on date not null,
  accepted boolean not null,
  file_id uuid,
  eligible_amount bigint check (eligible_amount between 0 and total),
  approved_amount bigint check (approved_amount between 0 and total),
  reason_code text,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  check (period_from <= period_to),
  unique (partner_id, claim_id, ordinal),
  foreign key (file_id, partner_id) references file (id, partner_id)
);
comment on table certification is 'Certification of in-house cost; file_id is the PDF made from it, anew with each change';
create index certification_claim on certification (claim_id, partner_id);
create index certification_file on certification (file_id, partner_id);
alter table certification enable row level security;
alter table certification force row level security;
create policy certification_partner on certification using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on certification to fundproof_app;

create table proof_document (
  id uuid primary key,
  claim_id uuid not null,
  partner_id uuid not null,
  ordinal integer not null check (ordinal >= 1),
  evidence_code text not null check (evidence_code ~ '^[a-z0-9-]+$'),
  note text not null,
  file_id uuid,
  url text check (url ~ '^https?://'),
  supersedes uuid,
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null,
  check (num_nonnulls(file_id, url) = 1),
  unique (partner_id, claim_id, ordinal),
  unique (id, claim_id, partner_id),
  foreign key (file_id, partner_id) references file (id, partner_id),
  foreign key (supersedes, claim_id, partner_id) references proof_document (id, claim_id, partner_id)
);
comment on table proof_document is 'Proof of execution: a file or a link in a slot of the catalogue, with the partner''s note';
create index proof_document_claim on proof_document (claim_id, partner_id);
create index proof_document_file on proof_document (file_id, partner_id);
create index proof_document_supersedes on proof_document (supersedes, claim_id, partner_id);
alter table proof_document enable row level security;
alter table proof_document force row level security;
create policy proof_document_partner on proof_document using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on proof_document to fundproof_app;

create table metric_value (
  claim_id uuid not null,
  partner_id uuid not null,
  metric_code text not null check (metric_code ~ '^[a-z0-9-]+$'),
  value text,
  file_id uuid,
  primary key (partner_id, claim_id, metric_code),
  check (num_nonnulls(value, file_id) = 1),
  foreign key (file_id, partner_id) references file (id, partner_id)
);
comment on table metric_value is 'What was measured: a text as the catalogue''s unit wants it, or a file';
create index metric_value_claim on metric_value (claim_id, partner_id);
create index metric_value_file on metric_value (file_id, partner_id);
alter table metric_value enable row level security;
alter table metric_value force row level security;
create policy metric_value_partner on metric_value using (may_see_partner(partner_id)) with check (may_see_partner(partner_id));
grant select, insert, update, delete on metric_value to fundproof_app;

-- What must look across partners: narrow functions that run as their owner and answer with codes, never with rows.
-- The owner may read these tables whoever acts; it has no login at run time, so only these functions use it.
create policy file_owner_reads on file for select to current_user using (true);
create policy invoice_owner_reads on invoice for select to current_user using (true);
create policy proof_document_owner_reads on proof_document for select to current_user using (true);
create policy metric_value_owner_reads on metric_value for select to current_user using (true);

-- Whether an invoice of this supplier and number stands in another claim: 'same-partner', 'other-partner', both or none. For a
-- partner, "same" is itself; for the vendor it is the partner of the claim that is asked about.
create function invoice_seen_before(supplier text, number text, except_claim uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select case when app_side() = 'partner' then app_organisation()
      else (select partner_id from invoice where claim_id = except_claim limit 1) end as partner
  )
  select coalesce(array_agg(distinct case when i.partner_id = own.partner then 'same-partner' else 'other-partner' end), '{}')
  from invoice i, own
  where i.supplier_key = duplicate_key(invoice_seen_before.supplier)
    and i.number_key = duplicate_key(invoice_seen_before.number)
    and i.claim_id <> except_claim
$$;

-- The same for an invoice whose number differs, but supplier, date and total are the same (a number mistyped on purpose).
create function invoice_alike_before(supplier text, number text, date date, total bigint, currency text, except_claim uuid)
  returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select case when app_side() = 'partner' then app_organisation()
      else (select partner_id from invoice where claim_id = except_claim limit 1) end as partner
  )
  select coalesce(array_agg(distinct case when i.partner_id = own.partner then 'same-partner' else 'other-partner' end), '{}')
  from invoice i, own
  where i.supplier_key = duplicate_key(invoice_alike_before.supplier)
    and i.number_key <> duplicate_key(invoice_alike_before.number)
    and i.date = invoice_alike_before.date
    and i.total = invoice_alike_before.total
    and i.currency = invoice_alike_before.currency
    and i.claim_id <> except_claim
$$;

-- Whether a file with the same bytes stands in another claim, as invoice, proof or metric.
create function file_seen_before(sha256 text, except_claim uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with used as (
    select file_id, claim_id, partner_id from invoice
    union all select file_id, claim_id, partner_id from proof_document
    union all select file_id, claim_id, partner_id from metric_value
  ), own as (
    select case when app_side() = 'partner' then app_organisation()
      else (select partner_id from used where claim_id = except_claim limit 1) end as partner
  )
  select coalesce(array_agg(distinct case when u.partner_id = own.partner then 'same-partner' else 'other-partner' end), '{}')
  from file f join used u on u.file_id = f.id, own
  where f.sha256 = file_seen_before.sha256 and u.claim_id <> except_claim
$$;

revoke execute on function invoice_seen_before(text, text, uuid) from public;
revoke execute on function invoice_alike_before(text, text, date, bigint, text, uuid) from public;
revoke execute on function file_seen_before(text, uuid) from public;
grant execute on function invoice_seen_before(text, text, uuid) to fundproof_app;
grant execute on function invoice_alike_before(text, text, date, bigint, text, uuid) to fundproof_app;
grant execute on function file_seen_before(text, uuid) to fundproof_app;
