import { type Command, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { markRead } from "./notification-store.ts";

/** Notes that the person has read it. Harmless when repeated; 404 for anybody else's notification. */
export async function readNotification(tx: Tx, { actor, now }: Command, id: string): Promise<void> {
  if (!(await markRead(tx, actor.personId, id, now))) throw notFound("notification");
}
