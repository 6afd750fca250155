export { type EventSubscriber, eventDispatcher } from "./dispatch.ts";
export * as events from "./events.ts";
export type { HistoryEvent } from "./history.ts";
export { EVENT_QUEUE, type NewEvent } from "./record.ts";
