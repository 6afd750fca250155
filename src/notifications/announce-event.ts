import { sql } from "kysely";
import { DomainError } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { enqueue } from "../platform/jobs/index.ts";
import { announcementOf, titleOf } from "./announcements.ts";
import { briefOf } from "./brief-of.ts";
import { insertNotifications, type MailState } from "./notification-store.ts";
import type { Recipient } from "./recipient.ts";
import { recipients } from "./recipients.ts";
import { kindOf } from "./subject-brief.ts";

/** The queue that carries one job per mail. */
export const MAIL_QUEUE = "mail";

/** After this time an event is news no more: people find it in the application, and no mail tells of it. */
const NEWS_FOR_MS = 24 * 60 * 60_000;

/**
 * Tells those concerned about an event (rulebook 4.10): one row for each person, and one mail job for each row when a mail
 * server is configured, all in the given transaction. No mail tells of an event older than a day: a first start on
 * imported or demo data, or one after a long pause, must not send a year's worth. May run again for the same event:
 * nobody is told twice. Returns the ids of the rows written now.
 */
export async function announceEvent(
  tx: Tx,
  eventId: string,
  options: { readonly now: Date; readonly mails: boolean },
): Promise<string[]> {
  const event = await loadEvent(tx, eventId);
  const announcement = announcementOf(event.type);
  if (!announcement) return [];
  const subject = await briefOf(tx, event.type, event.subject_id);
  if (!subject) throw missing(kindOf(event.type), event.subject_id);
  const doer = { side: event.actor_side, personId: event.actor_person_id };
  const people = await recipients(tx, announcement.audience, subject, doer, options.now);
  const mailState = mailStateOf(event.occurred_at, options);
  const muted = mailState === "pending" ? await mutedFor(tx, people, event.type) : new Set<string>();
  const written = await insertNotifications(tx, options.now, people, {
    eventId,
    type: event.type,
    subject,
    title: titleOf(announcement, subject, subject.name),
    headline: announcement.headline(subject).words,
    advice: announcement.advice(subject).words,
    occurredAt: event.occurred_at,
    mailStateFor: (personId) => (muted.has(personId) ? "muted" : mailState),
  });
  for (const { id, mailState: state } of written) {
    if (state === "pending") await enqueue(tx, MAIL_QUEUE, { notificationId: id });
  }
  return written.map(({ id }) => id);
}

function mailStateOf(occurredAt: Date, { now, mails }: { readonly now: Date; readonly mails: boolean }): MailState {
  if (!mails) return "not-configured";
  return now.getTime() - occurredAt.getTime() > NEWS_FOR_MS ? "too-old" : "pending";
}

/** Those of the people who want no mail about events of this type. */
async function mutedFor(tx: Tx, people: readonly Recipient[], type: string): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx
    .selectFrom("person")
    .select("id")
    // One value for all of them: a publication may concern more people than a statement takes values.
    .where(sql<boolean>`id = any(${people.map(({ personId }) => personId)}::uuid[])`)
    .where(sql<boolean>`${type} = any(muted_mails)`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function loadEvent(tx: Tx, id: string) {
  const event = await tx
    .selectFrom("event")
    .select(["type", "subject_id", "occurred_at", "actor_side", "actor_person_id"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!event) throw missing("event", id);
  return event;
}

/** A job without its event, or an event without its subject, cannot be: it belongs to the dead letters, where somebody looks. */
function missing(what: string, id: string): DomainError {
  return new DomainError({
    code: `${what}-missing`,
    kind: "not-found",
    message: `There is no ${what} ${id} to tell about.`,
  });
}
