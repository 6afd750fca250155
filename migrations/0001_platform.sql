-- What every capability stands on: who acts in this transaction, the guard of append-only tables, the events
-- (audit trail and outbox in one) and the answers kept for repeated requests.
--
-- Run as fundproof_owner. Every later table follows the same pattern: row-level security enabled AND forced, a policy
-- for partner data that reads `may_see_partner(partner_id)`, and grants to fundproof_app of no more than it needs.

-- Who acts. Set by the application at the start of each transaction with set_config(..., true); '' afterwards.
create function app_side() returns text language sql stable parallel safe
  return coalesce(current_setting('app.side', true), '');
create function app_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- The second wall between partners: the vendor's and the program's own side see all, a partner sees its own rows.
create function may_see_partner(partner uuid) returns boolean language sql stable parallel safe
  return current_setting('app.side', true) in ('vendor', 'system')
      or (current_setting('app.side', true) = 'partner' and partner = nullif(current_setting('app.organisation', true), '')::uuid);

-- For tables that every signed-in side may read (programs, editions).
create function is_signed_in() returns boolean language sql stable parallel safe
  return current_setting('app.side', true) in ('vendor', 'system', 'partner');

-- Only the vendor's side and the program itself may write such tables.
create function is_vendor_side() returns boolean language sql stable parallel safe
  return current_setting('app.side', true) in ('vendor', 'system');

-- The guard of append-only tables: `create trigger ... before update or delete or truncate ... execute function refuse_change()`.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

-- Events: what happened, by whom, when; written in the transaction of the change. The payload is kept as the canonical
-- bytes that were hashed. Personal data stands in it as ids only, so that a person can be erased without breaking a hash.
create table event (
  id uuid primary key,
  occurred_at timestamptz not null,
  type text not null check (type ~ '^[a-z-]+\.[a-z-]+$'),
  subject_type text not null,
  subject_id uuid not null,
  partner_id uuid,
  actor_side text not null check (actor_side in ('vendor', 'partner', 'customer', 'system')),
  actor_person_id uuid not null,
  from_status text,
  to_status text,
  reason_code text,
  payload bytea not null,
  payload_hash bytea not null check (octet_length(payload_hash) = 32),
  transaction_id xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table event is 'Append-only history: audit trail and outbox are the same row';
create index event_subject on event (subject_type, subject_id, id);
create index event_partner on event (partner_id, id);
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
alter table event enable row level security;
alter table event force row level security;
create policy event_read on event for select using (may_see_partner(partner_id));
create policy event_write on event for insert with check (may_see_partner(partner_id));
grant select, insert on event to fundproof_app;

-- Answers kept for Idempotency-Key: same key and same body give the stored answer, another body is refused. The row is
-- written in the transaction of the command, so an answer exists exactly when its effect does.
create table idempotent_answer (
  person_id uuid not null,
  key uuid not null,
  request_hash text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  primary key (person_id, key)
);
comment on table idempotent_answer is 'Answers kept for Idempotency-Key, each person''s own; forgotten after two days';
create index idempotent_answer_age on idempotent_answer (created_at);
alter table idempotent_answer enable row level security;
alter table idempotent_answer force row level security;
create policy idempotent_answer_own on idempotent_answer using (person_id = app_person() or app_side() = 'system')
  with check (person_id = app_person());
grant select, insert, update, delete on idempotent_answer to fundproof_app;
