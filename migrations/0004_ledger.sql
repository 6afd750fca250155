-- The ledger: the one narrow door through which money moves (architecture.md, "The fund ledger on one page").
--
-- An entry is a list of transfers, each from one account to another with an amount above nothing. So every entry balances
-- by construction, in each currency, and there is no way to write one that does not. The application login may read these
-- tables and call ledger_post(); it holds no right to insert, change or delete a row of them.

-- Which account kinds may face each other, in which direction, under which template. The same list stands in
-- src/ledger/flows.ts, where it is read by people; a test holds the two together.
create table ledger_flow (
  template text not null,
  from_kind text not null,
  to_kind text not null,
  primary key (template, from_kind, to_kind)
);
comment on table ledger_flow is 'Flows that ledger_post() accepts; anything else is refused';
insert into ledger_flow (template, from_kind, to_kind) values
  ('accrue', 'program-expense', 'fund-available'),
  ('adjust', 'program-expense', 'fund-available'),
  ('adjust', 'fund-available', 'program-expense'),
  ('reserve', 'fund-available', 'claim-reserved'),
  ('reserve-again', 'claim-reserved', 'fund-available'),
  ('reserve-again', 'fund-available', 'claim-reserved'),
  ('release', 'claim-reserved', 'fund-available'),
  ('approve', 'claim-reserved', 'claim-payable'),
  ('approve', 'claim-reserved', 'fund-available');
create trigger ledger_flow_no_truncate before truncate on ledger_flow for each statement execute function refuse_change();
alter table ledger_flow enable row level security;
alter table ledger_flow force row level security;
create policy ledger_flow_read on ledger_flow for select using (true);
-- A later migration adds flows; row-level security is forced, so its login needs a policy too.
create policy ledger_flow_owner on ledger_flow to fundproof_owner using (true) with check (true);
grant select on ledger_flow to fundproof_app;

create table ledger_account (
  id uuid primary key,
  kind text not null check (kind in (
    'program-expense', 'budget', 'fund-available', 'fund-forfeited', 'rebate-payable', 'plan-committed', 'plan-payable',
    'plan-unproven', 'claim-reserved', 'claim-payable', 'in-flight', 'paid', 'receivable')),
  program_id uuid not null,
  partner_id uuid,
  fund_id uuid,
  subject_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Written by ledger_post() alone. Only the program's expense is unbounded: it carries no balance, so that no row is hot.
  balance bigint check (balance >= 0),
  unique (id, currency),
  check ((kind = 'program-expense') = (balance is null)),
  check ((kind in ('program-expense', 'budget')) = (partner_id is null)),
  check (kind not in ('fund-available', 'fund-forfeited', 'claim-reserved', 'claim-payable') or fund_id is not null),
  check (kind not in ('claim-reserved', 'claim-payable') or subject_id is not null),
  unique nulls not distinct (partner_id, program_id, fund_id, subject_id, kind, currency)
);
comment on table ledger_account is 'Where money can stand; subject_id is the claim, plan or payment an account belongs to';
create index ledger_account_fund on ledger_account (fund_id, kind);
create index ledger_account_subject on ledger_account (subject_id) where subject_id is not null;

create table ledger_entry (
  id uuid primary key,
  -- Grows in the order in which entries took effect on an account: drawn while its accounts are locked.
  position bigint not null generated always as identity,
  template text not null,
  -- Names the business event, such as `claim:<id>:submitted:1`: the same event can never be posted twice.
  business_key text not null,
  program_id uuid not null,
  partner_id uuid,
  fund_id uuid,
  source_type text not null,
  source_id uuid not null,
  -- Two clocks: when it counts (statements, periods) and when it was written (audit).
  effective_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  reason_code text,
  note text,
  reverses_id uuid references ledger_entry (id),
  transaction_id xid8 not null default pg_current_xact_id(),
  constraint ledger_entry_once unique nulls not distinct (partner_id, business_key)
);
comment on table ledger_entry is 'Append-only: one business event that moved money; corrections are further entries';
create unique index ledger_entry_one_reversal on ledger_entry (partner_id, reverses_id) nulls not distinct where reverses_id is not null;
create index ledger_entry_reverses on ledger_entry (reverses_id) where reverses_id is not null;
create index ledger_entry_fund on ledger_entry (fund_id, position);
create index ledger_entry_source on ledger_entry (source_id);

create table ledger_transfer (
  entry_id uuid not null references ledger_entry (id),
  ordinal smallint not null,
  partner_id uuid,
  from_account_id uuid not null,
  to_account_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  from_balance_after bigint,
  to_balance_after bigint,
  primary key (entry_id, ordinal),
  foreign key (from_account_id, currency) references ledger_account (id, currency),
  foreign key (to_account_id, currency) references ledger_account (id, currency),
  check (from_account_id <> to_account_id)
);
comment on table ledger_transfer is 'Append-only: an amount that went from one account to another';
create index ledger_transfer_from on ledger_transfer (from_account_id, entry_id);
create index ledger_transfer_to on ledger_transfer (to_account_id, entry_id);

-- Money that came in is a lot: it keeps its paying entity and date on whatever account it stands (rulebook 5.7, T29).
create table ledger_lot (
  id uuid primary key,
  partner_id uuid not null,
  entry_id uuid not null references ledger_entry (id),
  paying_entity text not null,
  effective_on date not null,
  currency text not null,
  amount bigint not null check (amount > 0)
);
comment on table ledger_lot is 'Append-only: an accrual with its paying entity; drawn oldest first';
create index ledger_lot_entry on ledger_lot (entry_id);

create table ledger_lot_movement (
  entry_id uuid not null,
  ordinal smallint not null,
  lot_id uuid not null references ledger_lot (id),
  partner_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (entry_id, ordinal, lot_id),
  foreign key (entry_id, ordinal) references ledger_transfer (entry_id, ordinal)
);
comment on table ledger_lot_movement is 'Append-only: which lots a transfer moved';
create index ledger_lot_movement_lot on ledger_lot_movement (lot_id);

-- How much of a lot stands on an account now. Like the balance, written by ledger_post() alone and proven by checks.
create table ledger_lot_position (
  account_id uuid not null references ledger_account (id),
  effective_on date not null,
  lot_id uuid not null references ledger_lot (id),
  partner_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (account_id, effective_on, lot_id)
);
comment on table ledger_lot_position is 'What is left of each lot on each account; sums to the balance of the account';
create index ledger_lot_position_lot on ledger_lot_position (lot_id);

do $$
declare tab text;
begin
  foreach tab in array array['ledger_account', 'ledger_entry', 'ledger_transfer', 'ledger_lot', 'ledger_lot_movement', 'ledger_lot_position'] loop
    execute format('alter table %I enable row level security', tab);
    execute format('alter table %I force row level security', tab);
    execute format('create policy %I on %I using (may_see_partner(partner_id)) with check (may_see_partner(partner_id))', tab || '_partner', tab);
    execute format('grant select on %I to fundproof_app', tab);
  end loop;
  -- Where a partner's money comes from stands in its statement. That account belongs to no partner and carries no balance;
  -- seeing it gives no right to post to it.
  create policy ledger_account_expense on ledger_account for select using (kind = 'program-expense' and is_signed_in());
  foreach tab in array array['ledger_entry', 'ledger_transfer', 'ledger_lot', 'ledger_lot_movement'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', tab || '_append_only', tab);
  end loop;
  foreach tab in array array['ledger_account', 'ledger_entry', 'ledger_transfer', 'ledger_lot', 'ledger_lot_movement', 'ledger_lot_position'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', tab || '_no_truncate', tab);
  end loop;
end $$;

-- Both sides of each transfer with their sign, as an auditor reads a journal.
create view ledger_posting with (security_invoker = true) as
  select entry_id, ordinal, from_account_id as account_id, partner_id, currency, -amount as amount, from_balance_after as balance_after
    from ledger_transfer
  union all
  select entry_id, ordinal, to_account_id, partner_id, currency, amount, to_balance_after
    from ledger_transfer;
grant select on ledger_posting to fundproof_app;

-- The id of the account with these keys. The same keys always give the same id, so that no look-up is needed.
create function ledger_account_id(kind text, program uuid, partner uuid, fund uuid, subject uuid, currency text) returns uuid
language sql immutable parallel safe
  return md5(kind || '|' || program::text || '|' || coalesce(partner::text, '-') || '|' || coalesce(fund::text, '-') || '|'
             || coalesce(subject::text, '-') || '|' || currency)::uuid;

-- Moves `amount` out of the lots that stand on an account, oldest first, and notes which. The account is locked.
create function ledger_draw_lots(entry uuid, transfer smallint, account uuid, partner uuid, wanted bigint) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  held record;
  missing bigint := wanted;
  taken bigint;
begin
  for held in select p.lot_id, p.effective_on, p.amount from ledger_lot_position p
               where p.account_id = account order by p.effective_on, p.lot_id loop
    taken := least(missing, held.amount);
    if taken = held.amount then
      delete from ledger_lot_position where account_id = account and effective_on = held.effective_on and lot_id = held.lot_id;
    else
      update ledger_lot_position set amount = held.amount - taken
       where account_id = account and effective_on = held.effective_on and lot_id = held.lot_id;
    end if;
    insert into ledger_lot_movement (entry_id, ordinal, lot_id, partner_id, amount) values (entry, transfer, held.lot_id, partner, taken);
    missing := missing - taken;
    exit when missing = 0;
  end loop;
  if missing <> 0 then
    raise exception 'lots of account % do not cover its balance', account using errcode = 'FP002';
  end if;
end $$;

-- The accounts on both sides of the transfers of an entry.
create function ledger_sides(entry jsonb) returns table (
  ordinal smallint, side text, account_id uuid, kind text, partner_id uuid, fund_id uuid, subject_id uuid, currency text
) language sql immutable parallel safe
begin atomic
  select s.ordinal, s.side, ledger_account_id(s.kind, s.program_id, s.partner_id, s.fund_id, s.subject_id, s.currency),
         s.kind, s.partner_id, s.fund_id, s.subject_id, s.currency
    from (
      select list.ordinality::smallint as ordinal, sides.side, sides.account ->> 'kind' as kind, (entry ->> 'programId')::uuid as program_id,
             case when sides.account ->> 'kind' not in ('program-expense', 'budget') then (entry ->> 'partnerId')::uuid end as partner_id,
             (sides.account ->> 'fundId')::uuid as fund_id, (sides.account ->> 'subjectId')::uuid as subject_id,
             list.transfer ->> 'currency' as currency
        from jsonb_array_elements(entry -> 'transfers') with ordinality as list (transfer, ordinality),
             lateral (values ('from', list.transfer -> 'from'), ('to', list.transfer -> 'to')) as sides (side, account)
    ) s;
end;

-- Moves one transfer of an entry whose accounts are locked: balances, the transfer's row, the lots.
create function ledger_move(entry jsonb, transfer smallint) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  the_id uuid := (entry ->> 'id')::uuid;
  the_partner uuid := (entry ->> 'partnerId')::uuid;
  moved jsonb := entry -> 'transfers' -> (transfer - 1);
  amount bigint := (moved ->> 'amount')::bigint;
  source_id uuid := (select s.account_id from ledger_sides(entry) s where s.ordinal = transfer and s.side = 'from');
  target_id uuid := (select s.account_id from ledger_sides(entry) s where s.ordinal = transfer and s.side = 'to');
  source ledger_account;
  target ledger_account;
  source_after bigint;
  target_after bigint;
begin
  select a.* into strict source from ledger_account a where a.id = source_id;
  select a.* into strict target from ledger_account a where a.id = target_id;
  if not exists (select 1 from ledger_flow f where f.template = entry ->> 'template' and f.from_kind = source.kind and f.to_kind = target.kind) then
    raise exception 'no flow from % to % under %', source.kind, target.kind, entry ->> 'template' using errcode = 'FP003';
  end if;
  if (source.fund_id is not null and source.fund_id is distinct from (entry ->> 'fundId')::uuid)
     or (target.fund_id is not null and target.fund_id is distinct from (entry ->> 'fundId')::uuid) then
    raise exception 'a transfer stays within the fund of its entry' using errcode = 'FP004';
  end if;

  if source.balance is not null then
    source_after := source.balance - amount;
    if source_after < 0 then
      raise exception 'account % holds % and % is wanted', source.kind, source.balance, amount
        using errcode = 'FP001', detail = json_build_object('kind', source.kind, 'balance', source.balance::text,
          'wanted', amount::text, 'currency', source.currency)::text;
    end if;
    update ledger_account set balance = source_after where id = source.id;
  end if;
  if target.balance is not null then
    target_after := target.balance + amount;
    update ledger_account set balance = target_after where id = target.id;
  end if;
  insert into ledger_transfer (entry_id, ordinal, partner_id, from_account_id, to_account_id, currency, amount, from_balance_after, to_balance_after)
  values (the_id, transfer, the_partner, source.id, target.id, source.currency, amount, source_after, target_after);

  if source.balance is not null then
    perform ledger_draw_lots(the_id, transfer, source.id, the_partner, amount);
  else
    insert into ledger_lot (id, partner_id, entry_id, paying_entity, effective_on, currency, amount)
    values ((moved ->> 'lotId')::uuid, the_partner, the_id, moved ->> 'payingEntity', (entry ->> 'effectiveOn')::date, source.currency, amount);
    insert into ledger_lot_movement (entry_id, ordinal, lot_id, partner_id, amount)
    values (the_id, transfer, (moved ->> 'lotId')::uuid, the_partner, amount);
  end if;
  if target.balance is not null then
    insert into ledger_lot_position (account_id, effective_on, lot_id, partner_id, amount)
    select target.id, l.effective_on, m.lot_id, the_partner, m.amount
      from ledger_lot_movement m join ledger_lot l on l.id = m.lot_id
     where m.entry_id = the_id and m.ordinal = transfer
    on conflict (account_id, effective_on, lot_id) do update set amount = ledger_lot_position.amount + excluded.amount;
  end if;
end $$;

-- Posts one entry. Returns false when this business event was posted before (then nothing changes).
-- Raises FP001 when an account would go below zero, FP003 when the flow is not allowed, FP004 when accounts of different
-- funds would be mixed. Opens what accounts are missing and locks all in the order of their ids, so that two entries never
-- deadlock; only then draws the entry's position.
--
-- entry: {id, template, businessKey, programId, partnerId, fundId, sourceType, sourceId, effectiveOn, recordedAt, recordedBy,
--   reasonCode, note, reversesId, transfers: [{from: {kind, fundId, subjectId}, to: {...}, currency, amount, payingEntity, lotId}]}
create function ledger_post(entry jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  transfers integer := jsonb_array_length(entry -> 'transfers');
  -- An array, so that the accounts are found by their key however many there are.
  accounts uuid[] := array(select distinct s.account_id from ledger_sides(entry) s);
begin
  if transfers is null or transfers = 0 then
    raise exception 'an entry has at least one transfer' using errcode = 'FP005';
  end if;

  insert into ledger_account (id, kind, program_id, partner_id, fund_id, subject_id, currency, balance)
  select distinct on (s.account_id) s.account_id, s.kind, (entry ->> 'programId')::uuid, s.partner_id, s.fund_id, s.subject_id, s.currency,
         case when s.kind <> 'program-expense' then 0 end
    from ledger_sides(entry) s
   order by s.account_id
  on conflict do nothing;

  perform 1 from ledger_account a
    where a.id = any (accounts) and a.balance is not null
    order by a.id for no key update;

  insert into ledger_entry (id, template, business_key, program_id, partner_id, fund_id, source_type, source_id, effective_on,
                            recorded_at, recorded_by, reason_code, note, reverses_id)
  values ((entry ->> 'id')::uuid, entry ->> 'template', entry ->> 'businessKey', (entry ->> 'programId')::uuid, (entry ->> 'partnerId')::uuid,
          (entry ->> 'fundId')::uuid, entry ->> 'sourceType', (entry ->> 'sourceId')::uuid, (entry ->> 'effectiveOn')::date,
          (entry ->> 'recordedAt')::timestamptz, (entry ->> 'recordedBy')::uuid, entry ->> 'reasonCode', entry ->> 'note',
          (entry ->> 'reversesId')::uuid)
  on conflict on constraint ledger_entry_once do nothing;
  if not found then
    return false;
  end if;

  for transfer in 1 .. transfers loop
    perform ledger_move(entry, transfer::smallint);
  end loop;
  return true;
end $$;
revoke all on function ledger_post(jsonb), ledger_move(jsonb, smallint), ledger_draw_lots(uuid, smallint, uuid, uuid, bigint) from public;
grant execute on function ledger_post(jsonb) to fundproof_app;
