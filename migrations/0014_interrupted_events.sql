-- A job that a killed worker had in hand is given to the next one when its time is up. Telling people of an event takes
-- milliseconds, so two minutes are plenty; the fifteen of before would have left them without the news for as long.
update pgboss.queue set expire_seconds = 120 where name = 'event';
update pgboss.job set expire_seconds = 120 where name = 'event' and state in ('created', 'retry');
