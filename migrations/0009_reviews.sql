-- Who at the vendor has taken which subject of the review queue. The queue itself is read from the subjects.
create table review_assignment (
  subject_type text not null check (subject_type in ('claim', 'plan')),
  subject_id uuid not null,
  partner_id uuid not null references organisation (id),
  -- Null when it was given back: the row stays, so that its version never repeats.
  assignee_id uuid,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  version integer not null,
  primary key (subject_id)
);
comment on table review_assignment is 'The reviewer who has a plan or claim in hand';
create index review_assignment_assignee on review_assignment (assignee_id);
create index review_assignment_partner on review_assignment (partner_id);
alter table review_assignment enable row level security;
alter table review_assignment force row level security;
create policy review_assignment_vendor on review_assignment using (is_vendor_side()) with check (is_vendor_side());
grant select, insert, update on review_assignment to fundproof_app;
