import { newUuid, type Words } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Recipient } from "./recipient.ts";
import type { SubjectBrief } from "./subject-brief.ts";

/** How far the mail of a notification is. `not-configured`, `too-old` and `muted`: there was never to be one. */
export type MailState = "not-configured" | "too-old" | "muted" | "pending" | "sending" | "sent" | "failed";

/** A notification to be written to several people. */
export interface NewNotification {
  readonly eventId: string;
  readonly type: string;
  readonly subject: Pick<SubjectBrief, "kind" | "id">;
  readonly title: string;
  /** What the title says before the name, and what to do: for every language. */
  readonly headline: Words;
  readonly advice: Words;
  readonly occurredAt: Date;
  readonly mailStateFor: (personId: string) => MailState;
}

/** Tells each person once. Returns the ids of those written now: whoever was told by an earlier run of the job is left out. */
export async function insertNotifications(
  tx: Tx,
  now: Date,
  people: readonly Recipient[],
  notification: NewNotification,
): Promise<{ id: string; mailState: MailState }[]> {
  const written: { id: string; mailState: MailState }[] = [];
  for (let from = 0; from < people.length; from += MOST_AT_ONCE) {
    written.push(...(await insertSome(tx, now, people.slice(from, from + MOST_AT_ONCE), notification)));
  }
  return written;
}

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const MOST_AT_ONCE = 1000;

async function insertSome(
  tx: Tx,
  now: Date,
  people: readonly Recipient[],
  notification: NewNotification,
): Promise<{ id: string; mailState: MailState }[]> {
  const rows = await tx
    .insertInto("notification")
    .values(
      people.map(({ personId, partnerId }) => ({
        id: newUuid(now),
        person_id: personId,
        partner_id: partnerId,
        event_id: notification.eventId,
        type: notification.type,
        subject_type: notification.subject.kind,
        subject_id: notification.subject.id,
        title: notification.title,
        headline: JSON.stringify(notification.headline),
        advice: JSON.stringify(notification.advice),
        occurred_at: notification.occurredAt,
        created_at: now,
        mail_state: notification.mailStateFor(personId),
      })),
    )
    .onConflict((oc) => oc.constraint("notification_once").doNothing())
    .returning(["id", "mail_state"])
    .execute();
  return rows.map((row) => ({ id: row.id, mailState: row.mail_state as MailState })); // the database checks the word
}

/** Marks a person's own notification as read, once: the first time stays. False when there is no such one of the person. */
export async function markRead(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("notification")
    .set((eb) => ({ read_at: eb.fn.coalesce("read_at", eb.val(now)) }))
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks what the person was told of until a moment as read. */
export async function markAllRead(tx: Tx, personId: string, until: Date, now: Date): Promise<void> {
  await tx
    .updateTable("notification")
    .set({ read_at: now })
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .where("occurred_at", "<=", until)
    .execute();
}

/** A notification whose mail is about to be sent, locked until the end of the transaction. */
export async function lockMail(tx: Tx, id: string) {
  return tx
    .selectFrom("notification")
    .innerJoin("person", "person.id", "notification.person_id")
    .select([
      "notification.type",
      "notification.title",
      "notification.subject_id",
      "notification.mail_state",
      "notification.mail_tries",
    ])
    .select(["person.email", "person.state", "person.side"])
    .where("notification.id", "=", id)
    .forUpdate("notification")
    .executeTakeFirst();
}

/** Counts a try and says that it is under way. */
export async function beginMail(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("notification")
    .set((eb) => ({ mail_state: "sending", mail_tries: eb("mail_tries", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Writes how the mail ended. */
export async function settleMail(tx: Tx, id: string, state: MailState): Promise<void> {
  await tx.updateTable("notification").set({ mail_state: state }).where("id", "=", id).execute();
}
