-- A notification of an event that was older than a day when people were told: it stands in the application, and no mail
-- tells of it (src/notifications/announce-event.ts).
alter table notification drop constraint notification_mail_state_check;
alter table notification add constraint notification_mail_state_check
  check (mail_state in ('not-configured', 'too-old', 'pending', 'sending', 'sent', 'failed'));
