import { sql } from "kysely";
import { type Actor, idText, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Page, page } from "../platform/http/index.ts";
import type { NotificationListQuery, NotificationResource } from "./notification-contract.ts";
import type { SubjectKind } from "./subject-brief.ts";

function own(tx: Tx, actor: Actor) {
  return tx
    .selectFrom("notification")
    .select(["id", "type", "title", "subject_type", "subject_id", "occurred_at", "read_at"])
    .where("person_id", "=", actor.personId);
}

type Row = Awaited<ReturnType<ReturnType<typeof own>["executeTakeFirstOrThrow"]>>;

function toResource(row: Row): NotificationResource {
  const type = row.subject_type as SubjectKind; // the database checks the kind
  return {
    id: idText("notification", row.id),
    type: row.type,
    title: row.title,
    subject: { type, id: idText(type, row.subject_id) },
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
