import { type Command, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ReadAllBody } from "./notification-contract.ts";
import { markAllRead, markRead } from "./notification-store.ts";

/** Notes that the person has read it. Harmless when repeated; 404 for anybody else's notification. */
export async function readNotification(tx: Tx, { actor, now }: Command, id: string): Promise<void> {
  if (!(await markRead(tx, actor.personId, id, now))) throw notFound("notification");
}

/** Notes that the person has read all that happened until a moment; what came after it stays unread. */
export async function readAllNotifications(tx: Tx, { actor, now }: Command, body: () => ReadAllBody): Promise<void> {
  await markAllRead(tx, actor.personId, new Date(body().until), now);
}
