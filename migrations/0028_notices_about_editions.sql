-- People are told about editions too: who may approve a publication, who asked for it, and who takes part in the program.

alter table notification drop constraint notification_subject_type_check;
alter table notification add constraint notification_subject_type_check
  check (subject_type in ('claim', 'plan', 'enrollment', 'access-request', 'edition'));

-- The publications that wait for a second person, for the first page of the vendor.
create index program_edition_requested on program_edition (program_id) where status = 'publication_requested';
