-- Notifications: what a person is told about an event, in the application and, where a mail server is configured, by mail.

create table notification (
  id uuid primary key,
  person_id uuid not null references person (id),
  -- Null for people of the vendor, who have no partner.
  partner_id uuid references organisation (partner_id),
  event_id uuid not null references event (id),
  type text not null check (type ~ '^[a-z-]+\.[a-z-]+$'),
  subject_type text not null check (subject_type in ('claim')),
  subject_id uuid not null,
  title text not null check (length(title) between 1 and 400),
  -- When the event happened; created_at is when the worker came to it.
  occurred_at timestamptz not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- `sending` stands between the moment a mail is handed over and the answer of the mail server. A job that finds it knows
  -- that an earlier one ended in between, and does not send a second time.
  mail_state text not null check (mail_state in ('not-configured', 'pending', 'sending', 'sent', 'failed')),
  mail_tries integer not null default 0 check (mail_tries >= 0),
  -- A person is told of an event once, however often its job runs. The partner follows from the person.
  constraint notification_once unique nulls not distinct (partner_id, person_id, event_id)
);
comment on table notification is 'What a person is told about an event, once; with the state of the mail that says the same';
create index notification_of_person on notification (person_id, occurred_at desc, id desc);
create index notification_unread on notification (person_id, occurred_at desc, id desc) where read_at is null;
create index notification_event on notification (event_id);
create index notification_subject on notification (subject_id);
create index notification_unsent on notification (mail_state, id) where mail_state in ('pending', 'sending', 'failed');
alter table notification enable row level security;
alter table notification force row level security;
-- A person's own, on the side and in the organisation that person acts for. Nobody else's, not even a vendor administrator's.
create policy notification_own on notification for select
  using (app_side() = 'system' or (person_id = app_person() and is_signed_in()
    and partner_id is not distinct from case app_side() when 'partner' then app_organisation() end));
create policy notification_read on notification for update
  using (app_side() = 'system' or (person_id = app_person() and is_signed_in()
    and partner_id is not distinct from case app_side() when 'partner' then app_organisation() end));
create policy notification_write on notification for insert with check (app_side() = 'system');
grant select, insert on notification to fundproof_app;
grant update (read_at, mail_state, mail_tries) on notification to fundproof_app;

-- One job per mail, so that a mail server that is down holds up mails only. Thirteen tries over some four hours
-- (MAX_MAIL_TRIES in src/notifications/deliver-mail.ts says the same number), then the dead letters.
select pgboss.create_queue('mail', '{"policy": "standard", "retryLimit": 12, "retryDelay": 10, "retryBackoff": true, "retryDelayMax": 3600, "expireInSeconds": 120, "deadLetter": "dead", "deleteAfterSeconds": 86400}');
