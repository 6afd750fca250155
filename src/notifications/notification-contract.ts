import { z } from "zod";
import { idWire, listOf, listQuery, TimeWire, WordsWire } from "../platform/http/index.ts";

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
    title: z.string().describe("English: the headline and the name of what it is about"),
    name: z.string().describe("Name of what it is about, as it was then"),
    headline: WordsWire.nullable().describe("What happened, for every language"),
    advice: WordsWire.nullable().describe("What to do, for every language"),
    subject: z.object({
      type: z.enum(["claim", "plan", "enrollment", "access-request", "edition"]),
      id: z.string().describe("Id of what it is about"),
    }),
    occurredAt: TimeWire,
    readAt: TimeWire.nullable(),
  })
  .meta({ id: "Notification" });
export type NotificationResource = z.input<typeof NotificationResource>;

/** A page of notifications. */
export const NotificationList = listOf(NotificationResource).meta({ id: "NotificationList" });

/** How many at most are counted. */
export const MOST_COUNTED = 100;

/** GET /notifications/count */
export const NotificationCount = z
  .object({ unread: z.number().int().max(MOST_COUNTED).describe("Not yet read; 100 stands for 100 or more") })
  .meta({ id: "NotificationCount" });

/** POST /notifications/reading */
export const ReadAllBody = z
  .strictObject({
    until: z.iso.datetime({ offset: true }).describe("What happened until this moment is marked as read"),
  })
  .meta({ id: "ReadAllNotifications" });
export type ReadAllBody = z.output<typeof ReadAllBody>;
