import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import {
  NotificationCount,
  NotificationList,
  NotificationListQuery,
  NotificationResource,
  ReadAllBody,
} from "./notification-contract.ts";
import { countUnread, listNotifications, notificationResource } from "./notification-queries.ts";
import { readAllNotifications, readNotification } from "./read-notification.ts";

const tag = "notifications";

/** What the signed-in person was told. Everybody has notifications of their own, so no right is asked for. */
export const notificationRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/notifications",
    tag,
    summary: "What the signed-in person was told, newest first",
    query: NotificationListQuery,
    response: NotificationList,
    handle: ({ tx, actor, query }) => listNotifications(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/notifications/count",
    tag,
    summary: "How many notifications the signed-in person has not read",
    response: NotificationCount,
    handle: ({ tx, actor }) => countUnread(tx, actor),
  }),
  route({
    method: "POST",
    url: "/notifications/reading",
    tag,
    summary: "Marks all notifications until a moment as read",
    body: ReadAllBody,
    response: NotificationCount,
    handle: async ({ tx, actor, now, body }) => {
      await readAllNotifications(tx, { actor, now }, body);
      return countUnread(tx, actor);
    },
  }),
  route({
    method: "POST",
    url: "/notifications/:id/reading",
    tag,
    summary: "Marks a notification as read",
    params: idParams("notification"),
    response: NotificationResource,
    handle: async ({ tx, actor, now, params: { id } }) => {
      await readNotification(tx, { actor, now }, id);
      return notificationResource(tx, actor, id);
    },
  }),
];
