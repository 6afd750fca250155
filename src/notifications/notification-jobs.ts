import { z } from "zod";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import { EVENT_QUEUE } from "../platform/events/index.ts";
import type { JobHandler } from "../platform/jobs/index.ts";
import type { Log } from "../platform/log/index.ts";
import { createMailer } from "../platform/mail/index.ts";
import { announceEvent, MAIL_QUEUE } from "./announce-event.ts";
import { announcementOf } from "./announcements.ts";
import { deliverMail } from "./deliver-mail.ts";

/** What the jobs of notifications need. */
export interface NotificationDeps {
  readonly db: Db;
  /** Undefined: people are told in the application only. */
  readonly smtpUrl: string | undefined;
  /** Origin of the links in mails. */
  readonly baseUrl: string;
  readonly log: Log;
  readonly now: () => Date;
}

const EventJob = z.object({ eventId: z.uuid(), type: z.string() });
const MailJob = z.object({ notificationId: z.uuid() });

/** What reacts to events by telling people, and what sends their mails. */
export function notificationHandlers(deps: NotificationDeps): readonly JobHandler[] {
  const { db, smtpUrl, baseUrl, log, now } = deps;
  const mailer = smtpUrl === undefined ? undefined : createMailer({ smtpUrl, baseUrl });
  return [
    {
      queue: EVENT_QUEUE,
      batchSize: 10,
      handle: async (data) => {
        const { eventId, type } = EventJob.parse(data);
        if (!announcementOf(type)) return;
        const mails = mailer !== undefined;
        const written = await inTransaction(db, SYSTEM_ACTOR, (tx) =>
          announceEvent(tx, eventId, { now: now(), mails }),
        );
        if (!mails && written.length > 0)
          log.debug({ event: eventId, people: written.length }, "SMTP_URL is not set: mails not sent");
      },
    },
    {
      queue: MAIL_QUEUE,
      batchSize: 5,
      handle: async (data) => deliverMail({ db, mailer, baseUrl, log }, MailJob.parse(data).notificationId),
    },
  ];
}
