export { mailHandler, type NotificationDeps, notificationSubscriber } from "./notification-jobs.ts";
export { notificationRoutes } from "./notification-routes.ts";
