-- The same ledger, posted with less work (docs/figures.md).
--
-- What changes against 0004 is how often PostgreSQL is asked, not what it is asked: the entry's document is read once, the accounts
-- are locked and read once, balances and transfer are written together. And the plans of the statements are kept. All of them
-- find rows by their keys, whatever the values and however many rows there are; left to itself, the planner made most of them
-- anew at each call, and those made while the tables were small went through whole tables later.

drop function ledger_move(jsonb, smallint);
drop function ledger_draw_lots(uuid, smallint, uuid, uuid, bigint);
drop function ledger_sides(jsonb);

-- Moves `wanted` out of the lots that stand on the locked account `source`, oldest first, and notes which; what is moved then stands on
-- `target`. No target: the money has left the accounts that carry lots.
create function ledger_move_lots(entry uuid, transfer smallint, partner uuid, source uuid, target uuid, wanted bigint) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  held record;
  missing bigint := wanted;
  taken bigint;
begin
  for held in select p.lot_id, p.effective_on, p.amount from ledger_lot_position p
               where p.account_id = source order by p.effective_on, p.lot_id loop
    taken := least(missing, held.amount);
    if taken = held.amount then
      delete from ledger_lot_position where account_id = source and effective_on = held.effective_on and lot_id = held.lot_id;
    else
      update ledger_lot_position set amount = amount - taken
       where account_id = source and effective_on = held.effective_on and lot_id = held.lot_id;
    end if;
    with noted as (
      insert into ledger_lot_movement (entry_id, ordinal, lot_id, partner_id, amount)
      values (entry, transfer, held.lot_id, partner, taken)
    )
    insert into ledger_lot_position (account_id, effective_on, lot_id, partner_id, amount)
    select target, held.effective_on, held.lot_id, partner, taken where target is not null
    on conflict (account_id, effective_on, lot_id) do update set amount = ledger_lot_position.amount + excluded.amount;
    missing := missing - taken;
    exit when missing = 0;
  end loop;
  if missing <> 0 then
    raise exception 'lots of account % do not cover its balance', source using errcode = 'FP002';
  end if;
end $$;

-- Notes the lot that a transfer out of the program's expense brings in, and puts it on the account it came to.
create function ledger_open_lot(entry jsonb, transfer smallint, target uuid) returns void
language sql set search_path = public, pg_temp
begin atomic
  insert into ledger_lot (id, partner_id, entry_id, paying_entity, effective_on, currency, amount)
  select (moved ->> 'lotId')::uuid, (entry ->> 'partnerId')::uuid, (entry ->> 'id')::uuid, moved ->> 'payingEntity',
         (entry ->> 'effectiveOn')::date, moved ->> 'currency', (moved ->> 'amount')::bigint
    from (select entry -> 'transfers' -> (transfer - 1)) as of_entry (moved);
  insert into ledger_lot_movement (entry_id, ordinal, lot_id, partner_id, amount)
  select (entry ->> 'id')::uuid, transfer, (moved ->> 'lotId')::uuid, (entry ->> 'partnerId')::uuid, (moved ->> 'amount')::bigint
    from (select entry -> 'transfers' -> (transfer - 1)) as of_entry (moved);
  insert into ledger_lot_position (account_id, effective_on, lot_id, partner_id, amount)
  select target, (entry ->> 'effectiveOn')::date, (moved ->> 'lotId')::uuid, (entry ->> 'partnerId')::uuid, (moved ->> 'amount')::bigint
    from (select entry -> 'transfers' -> (transfer - 1)) as of_entry (moved);
end;

-- Posts one entry. Returns false when this business event was posted before (then nothing changes).
-- Raises FP001 when an account would go below zero, FP003 when the flow is not allowed, FP004 when accounts of different
-- funds would be mixed, FP005 when there is no transfer. Opens what accounts are missing and locks all in the order of their ids, so
-- that two entries never deadlock; only then draws the entry's position. Transfers take effect one after the other: what the first
-- brought to an account, the second may take from there.
--
-- entry: {id, template, businessKey, programId, partnerId, fundId, sourceType, sourceId, effectiveOn, recordedAt, recordedBy,
--   reasonCode, note, reversesId, transfers: [{from: {kind, fundId, subjectId}, to: {...}, currency, amount, payingEntity, lotId}]}
create or replace function ledger_post(entry jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  the_id constant uuid := entry ->> 'id';
  the_template constant text := entry ->> 'template';
  the_program constant uuid := entry ->> 'programId';
  the_partner constant uuid := entry ->> 'partnerId';
  the_fund constant uuid := entry ->> 'fundId';
  transfers constant integer := jsonb_array_length(entry -> 'transfers');
  -- Both sides of each transfer, from and to in turns: those of the first at 1 and 2, of the second at 3 and 4.
  side jsonb;
  kinds text[];
  partners uuid[];
  funds uuid[];
  subjects uuid[];
  currencies text[];
  accounts uuid[];
  -- The accounts that carry a balance, and what stands on them.
  held_accounts uuid[];
  held bigint[];
  moved jsonb;
  wanted bigint;
  a integer;
  source integer;
  target integer;
begin
  if transfers is null or transfers = 0 then
    raise exception 'an entry has at least one transfer' using errcode = 'FP005';
  end if;

  for s in 1 .. 2 * transfers loop
    moved := entry -> 'transfers' -> ((s - 1) / 2);
    side := moved -> case when s % 2 = 1 then 'from' else 'to' end;
    kinds[s] := side ->> 'kind';
    partners[s] := case when kinds[s] not in ('program-expense', 'budget') then the_partner end;
    funds[s] := side ->> 'fundId';
    subjects[s] := side ->> 'subjectId';
    currencies[s] := moved ->> 'currency';
    accounts[s] := ledger_account_id(kinds[s], the_program, partners[s], funds[s], subjects[s], currencies[s]);
  end loop;

  insert into ledger_account (id, kind, program_id, partner_id, fund_id, subject_id, currency, balance)
  select u.id, u.kind, the_program, u.partner, u.fund, u.subject, u.currency, case when u.kind <> 'program-expense' then 0 end
    from unnest(accounts, kinds, partners, funds, subjects, currencies) as u (id, kind, partner, fund, subject, currency)
   order by u.id
  on conflict do nothing;

  select array_agg(l.id), array_agg(l.balance) into held_accounts, held
    from (select id, balance from ledger_account where id = any (accounts) and balance is not null order by id for no key update) l;

  insert into ledger_entry (id, template, business_key, program_id, partner_id, fund_id, source_type, source_id, effective_on,
                            recorded_at, recorded_by, reason_code, note, reverses_id)
  values (the_id, the_template, entry ->> 'businessKey', the_program, the_partner, the_fund, entry ->> 'sourceType',
          (entry ->> 'sourceId')::uuid, (entry ->> 'effectiveOn')::date, (entry ->> 'recordedAt')::timestamptz,
          (entry ->> 'recordedBy')::uuid, entry ->> 'reasonCode', entry ->> 'note', (entry ->> 'reversesId')::uuid)
  on conflict on constraint ledger_entry_once do nothing;
  if not found then
    return false;
  end if;

  for t in 1 .. transfers loop
    moved := entry -> 'transfers' -> (t - 1);
    wanted := moved ->> 'amount';
    a := 2 * t - 1;
    if not exists (select from ledger_flow f where f.template = the_template and f.from_kind = kinds[a] and f.to_kind = kinds[a + 1]) then
      raise exception 'no flow from % to % under %', kinds[a], kinds[a + 1], the_template using errcode = 'FP003';
    end if;
    if (funds[a] is not null and funds[a] is distinct from the_fund) or (funds[a + 1] is not null and funds[a + 1] is distinct from the_fund) then
      raise exception 'a transfer stays within the fund of its entry' using errcode = 'FP004';
    end if;
    source := array_position(held_accounts, accounts[a]);
    target := array_position(held_accounts, accounts[a + 1]);
    if held[source] < wanted then
      raise exception 'account % holds % and % is wanted', kinds[a], held[source], wanted
        using errcode = 'FP001', detail = json_build_object('kind', kinds[a], 'balance', held[source]::text,
          'wanted', wanted::text, 'currency', currencies[a])::text;
    end if;
    if source is not null then
      held[source] := held[source] - wanted;
    end if;
    if target is not null then
      held[target] := held[target] + wanted;
    end if;

    with settled as (
      update ledger_account set balance = case when id = accounts[a] then held[source] else held[target] end
       where id in (accounts[a], accounts[a + 1]) and balance is not null
    )
    insert into ledger_transfer (entry_id, ordinal, partner_id, from_account_id, to_account_id, currency, amount, from_balance_after,
                                 to_balance_after)
    values (the_id, t, the_partner, accounts[a], accounts[a + 1], currencies[a], wanted, held[source], held[target]);

    if source is not null then
      perform ledger_move_lots(the_id, t::smallint, the_partner, accounts[a], case when target is not null then accounts[a + 1] end, wanted);
    else
      perform ledger_open_lot(entry, t::smallint, accounts[a + 1]);
    end if;
  end loop;
  return true;
end $$;

revoke all on function ledger_move_lots(uuid, smallint, uuid, uuid, uuid, bigint), ledger_open_lot(jsonb, smallint, uuid) from public;

-- The second wall, asked once a statement instead of once a row.
--
-- may_see_partner(partner_id) is unfolded into the policy and read anew for each row, and the planner takes it to refuse nearly
-- all of them: it then joins in an order that walks through whole tables. In a subselect each half is asked once, and the planner
-- expects about half the rows, which lets it go along an index and stop. The same rows are seen as before: all by the vendor's side
-- and the program itself, its own by a partner, none by anybody else. New rows are still judged by may_see_partner().
create function sees_every_partner() returns boolean language sql stable parallel safe
  return current_setting('app.side', true) in ('vendor', 'system');
create function own_partner() returns uuid language sql stable parallel safe
  return case when current_setting('app.side', true) = 'partner' then nullif(current_setting('app.organisation', true), '')::uuid end;

do $$
declare wall record;
begin
  for wall in select p.tablename, p.policyname from pg_policies p where p.schemaname = 'public' and p.qual = 'may_see_partner(partner_id)' loop
    execute format('alter policy %I on %I using ((select sees_every_partner()) or partner_id = (select own_partner()))', wall.policyname, wall.tablename);
  end loop;
end $$;
alter policy organisation_read on organisation
  using ((kind = 'vendor' and (select is_signed_in())) or (select sees_every_partner()) or partner_id = (select own_partner()));
alter policy program_read on program using ((select is_signed_in()));
alter policy review_assignment_vendor on review_assignment using ((select is_vendor_side()));

-- What is due first: the order of the review queue, and of a list by due date; and a list by amount.
create index claim_due_first on claim (coalesce(due_at, 'infinity'::timestamptz), id);
create index claim_amount on claim (coalesce(amount_claimed, 0), id);

-- Ids of claims whose number or name holds a pattern, for the vendor's side alone: a partner has few claims, and they are read one by one.
-- Row-level security lets no index answer such a question (search_claims). Gives ids only; what is shown of them is read under
-- the policy again.
create function claims_like(pattern text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  select c.id from claim c where sees_every_partner() and (c.number ilike pattern or c.name ilike pattern)
$$;
revoke all on function claims_like(text) from public;
grant execute on function claims_like(text) to fundproof_app;

-- What came into a fund from the program and went back there, found without its other transfers: a fund has few accruals and
-- thousands of claims. Both begin with what the foreign key asks for, as the indexes did whose place they take.
drop index ledger_transfer_from;
drop index ledger_transfer_to;
create index ledger_transfer_from on ledger_transfer (from_account_id, to_account_id) include (amount);
create index ledger_transfer_to on ledger_transfer (to_account_id, from_account_id) include (amount);
