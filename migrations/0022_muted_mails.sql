-- A person who wants no mail about a type of event (person.muted_mails): the notification stands in the application, and its
-- mail was never to be.
alter table notification drop constraint notification_mail_state_check;
alter table notification add constraint notification_mail_state_check
  check (mail_state in ('not-configured', 'too-old', 'muted', 'pending', 'sending', 'sent', 'failed'));
