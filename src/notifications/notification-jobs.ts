import { z } from "zod";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction } from "../platform/database/index.ts";
import type { EventSubscriber } from "../platform/events/index.ts";
import type { JobHandler } from "../platform/jobs/index.ts";
import type { Log } from "../platform/log/index.ts";
import { createMailer } from "../platform/mail/index.ts";
import { announceEvent, MAIL_QUEUE } from "./announce-event.ts";
import { ANNOUNCED_TYPES } from "./announcements.ts";
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

const MailJob = z.object({ notificationId: z.uuid() });

/** What reacts to events by telling people. */
export function notificationSubscriber({ db, smtpUrl, log, now }: NotificationDeps): EventSubscriber {
  const mails = smtpUrl !== undefined;
  return {
    types: ANNOUNCED_TYPES,
    handle: async (eventId) => {
      const written = await inTransaction(db, SYSTEM_ACTOR, (tx) => announceEvent(tx, eventId, { now: now(), mails }));
      if (!mails && written.length > 0)
        log.debug({ event: eventId, people: written.length }, "SMTP_URL is not set: mails not sent");
    },
  };
}

/** What sends the mails of notifications. */
export function mailHandler({ db, smtpUrl, baseUrl, log }: NotificationDeps): JobHandler {
  const mailer = smtpUrl === undefined ? undefined : createMailer({ smtpUrl, baseUrl });
  return {
    queue: MAIL_QUEUE,
    batchSize: 5,
    handle: async (data) => deliverMail({ db, mailer, baseUrl, log }, MailJob.parse(data).notificationId),
  };
}
