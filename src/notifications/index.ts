export { type NotificationDeps, notificationHandlers } from "./notification-jobs.ts";
export { notificationRoutes } from "./notification-routes.ts";
