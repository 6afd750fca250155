import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { NotificationList, NotificationListQuery, NotificationResource } from "./notification-contract.ts";
import { listNotifications, notificationResource } from "./notification-queries.ts";
import { readNotification } from "./read-notification.ts";

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
