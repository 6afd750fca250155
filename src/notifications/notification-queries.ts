import { sql } from "kysely";
import { type Actor, idText, notFound, type Words } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import { MOST_COUNTED, type NotificationListQuery, type NotificationResource } from "./notification-contract.ts";
import { ID_OF, type SubjectKind } from "./subject-brief.ts";

function own(tx: Tx, actor: Actor) {
  return tx
    .selectFrom("notification")
    .select(["id", "type", "title", "subject_type", "subject_id", "occurred_at", "read_at", "headline", "advice"])
    .where("person_id", "=", actor.personId);
}

type Row = Awaited<ReturnType<ReturnType<typeof own>["executeTakeFirstOrThrow"]>>;

function toResource(row: Row): NotificationResource {
  const type = row.subject_type as SubjectKind; // the database checks the kind
  return {
    id: idText("notification", row.id),
    type: row.type,
    title: row.title,
    name: row.title.slice(row.title.indexOf(": ") + 2),
    headline: row.headline as Words | null, // written by this slice alone, from a sentence
    advice: row.advice as Words | null,
    subject: { type, id: idText(ID_OF[type], row.subject_id) },
    occurredAt: row.occurred_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

/** What the person was told, newest first. */
export async function listNotifications(
  tx: Tx,
  actor: Actor,
  list: NotificationListQuery,
): Promise<Page<NotificationResource>> {
  let query = own(tx, actor);
  if (list.unread !== undefined) query = query.where("read_at", list.unread === "true" ? "is" : "is not", null);
  const rows = await page(query, {
    sorts: { occurredAt: { by: sql`occurred_at`, type: "timestamptz" } },
    defaultSort: "-occurredAt",
    idRef: sql`id`,
    list,
  });
  return { items: rows.items.map(toResource), nextCursor: rows.nextCursor };
}

/** One notification of the person; 404 for anybody else's. */
export async function notificationResource(tx: Tx, actor: Actor, id: string): Promise<NotificationResource> {
  const row = await own(tx, actor).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("notification");
  return toResource(row);
}

/** How many notifications the person has not read; counting ends at {@link MOST_COUNTED}. */
export async function countUnread(tx: Tx, actor: Actor): Promise<{ unread: number }> {
  const some = tx
    .selectFrom("notification")
    .select("id")
    .where("person_id", "=", actor.personId)
    .where("read_at", "is", null)
    .limit(MOST_COUNTED)
    .as("some");
  const { count } = await tx
    .selectFrom(some)
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return { unread: Number(count) };
}
