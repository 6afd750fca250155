import { z } from "zod";
import type { JobHandler } from "../jobs/index.ts";
import { EVENT_QUEUE } from "./record.ts";

/**
 * What reacts to events. It gets the id and the type, loads what it needs by itself, and may be called again for the same
 * event: then nothing more may happen.
 */
export interface EventSubscriber {
  /** Types it reacts to: `claim.submitted`. */
  readonly types: readonly string[];
  handle(eventId: string, type: string): Promise<void>;
}

const EventJob = z.object({ eventId: z.uuid(), type: z.string() });

/**
 * The handler of the event queue: one job calls all who react to its type. When one of them fails, the others are called
 * all the same, then the job fails and is tried again for all.
 */
export function eventDispatcher(subscribers: readonly EventSubscriber[]): JobHandler {
  return {
    queue: EVENT_QUEUE,
    batchSize: 10,
    handle: async (data) => {
      const { eventId, type } = EventJob.parse(data);
      const called = subscribers.filter((subscriber) => subscriber.types.includes(type));
      const results = await Promise.allSettled(called.map((subscriber) => subscriber.handle(eventId, type)));
      const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, `${failures.length} who react to ${type} failed`);
    },
  };
}
