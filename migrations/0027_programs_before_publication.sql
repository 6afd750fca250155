-- A program that a program manager begins has a draft and nothing that is published. Until its first publication it is the
-- vendor's alone: partners do not see that it is there.

select set_config('app.side', 'system', true);
update program set rules_version = 1
  where rules_version = 0
    and exists (select from program_edition e where e.program_id = program.id and e.status in ('published', 'superseded'));

drop policy program_read on program;
create policy program_read on program for select
  using (is_vendor_side() or (is_signed_in() and rules_version > 0));
