import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { type Db, inTransaction, type Tx } from "../platform/database/index.ts";
import type { Log } from "../platform/log/index.ts";
import { type Letter, MailError, type Mailer } from "../platform/mail/index.ts";
import { announcementOf, inMail } from "./announcements.ts";
import { briefOf } from "./brief-of.ts";
import { mailText } from "./mail-text.ts";
import { beginMail, lockMail, type MailState, settleMail } from "./notification-store.ts";

/** The first try and the retries of the queue `mail` (migration 0010). */
export const MAX_MAIL_TRIES = 13;

/** What the mail job needs. */
export interface MailDeps {
  readonly db: Db;
  /** Absent: no mail server is configured. */
  readonly mailer: Mailer | undefined;
  readonly baseUrl: string;
  readonly log: Log;
}

/**
 * Sends the mail of one notification, at most once as far as this side can know: a try is written down before it begins, and
 * a job that finds one without an end gives up instead of sending again. The notification in the application stands anyway.
 *
 * @throws MailError when the server did not take it and another try may help.
 */
export async function deliverMail(deps: MailDeps, notificationId: string): Promise<void> {
  const { db, mailer, log } = deps;
  const ready = await inTransaction(db, SYSTEM_ACTOR, (tx) => prepare(tx, deps, notificationId));
  if (!ready || !mailer) return;
  const settle = (state: MailState) => inTransaction(db, SYSTEM_ACTOR, (tx) => settleMail(tx, notificationId, state));
  try {
    await mailer.send(ready.letter);
  } catch (error) {
    const permanent = error instanceof MailError && error.permanent;
    await settle(permanent || ready.tries >= MAX_MAIL_TRIES ? "failed" : "pending");
    if (!permanent) throw error;
    log.warn({ notification: notificationId, reason: error.message }, "mail refused for good");
    return;
  }
  await settle("sent");
}

async function prepare(tx: Tx, deps: MailDeps, id: string): Promise<{ letter: Letter; tries: number } | undefined> {
  const row = await lockMail(tx, id);
  if (!row || !["pending", "sending"].includes(row.mail_state)) return undefined;
  const giveUp = async (state: MailState, why: string): Promise<undefined> => {
    await settleMail(tx, id, state);
    deps.log[state === "failed" ? "warn" : "debug"]({ notification: id }, why);
  };
  if (row.mail_state === "sending")
    return giveUp("failed", "an earlier try of this mail ended without an answer; not sent again");
  if (!deps.mailer) return giveUp("not-configured", "SMTP_URL is not set: mail not sent");
  if (row.state !== "active") return giveUp("failed", "mail not sent: its person is no longer active");
  const announcement = announcementOf(row.type);
  const subject = await briefOf(tx, row.type, row.subject_id);
  if (!announcement || !subject) return giveUp("failed", "mail not sent: nothing is known to say");
  await beginMail(tx, id);
  const text = mailText({
    title: row.title,
    advice: inMail(announcement.advice(subject)),
    subject,
    programName: subject.programName,
    locationName: subject.locationName,
    partnerName: row.side === "vendor" ? subject.partnerName : null,
    baseUrl: deps.baseUrl,
  });
  return { letter: { id, to: row.email, subject: row.title, text }, tries: row.mail_tries + 1 };
}
