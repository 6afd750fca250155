-- Plans get to their reviewer (rulebook 3.3).

-- Which person at the vendor reviews under an address: the partner types the address of its account manager and sees no row of
-- the vendor's people. Answers for active people of the vendor who hold one of the given roles for the program at the given
-- moment; for everybody else it says nothing, so that it cannot be asked who has an account. By address or by person, whichever
-- is given.
create function vendor_reviewer(wanted_email text, wanted_person uuid, roles text[], program uuid, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id
    from public.person p
   where (p.email = wanted_email or p.id = wanted_person)
     and p.side = 'vendor'
     and p.state = 'active'
     and exists (
       select 1 from public.role_grant g
        where g.person_id = p.id
          and g.side = 'vendor'
          and g.role = any (roles)
          and (g.program_id is null or g.program_id = program)
          and g.valid_from <= at
          and (g.valid_to is null or g.valid_to > at))
$$;
revoke all on function vendor_reviewer(text, uuid, text[], uuid, timestamptz) from public;
grant execute on function vendor_reviewer(text, uuid, text[], uuid, timestamptz) to fundproof_app;
