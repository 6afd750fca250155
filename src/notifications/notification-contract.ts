import { z } from "zod";
import { idWire, listOf, listQuery, TimeWire } from "../platform/http/index.ts";

/** GET /notifications */
export const NotificationListQuery = listQuery(["occurredAt"], {
  unread: z.enum(["true", "false"]).optional().describe("Only those not yet read, or only those read"),
});
export type NotificationListQuery = z.output<typeof NotificationListQuery>;

/** What a person is told about something that happened. */
export const NotificationResource = z
  .object({
    id: idWire("notification"),
    type: z.string().describe("Type of the event, such as claim.approved"),
    title: z.string(),
    subject: z.object({ type: z.enum(["claim", "plan"]), id: z.string().describe("Id of the claim or plan") }),
    occurredAt: TimeWire,
    readAt: TimeWire.nullable(),
  })
  .meta({ id: "Notification" });
export type NotificationResource = z.input<typeof NotificationResource>;

/** A page of notifications. */
export const NotificationList = listOf(NotificationResource).meta({ id: "NotificationList" });
