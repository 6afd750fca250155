import { expect, test } from "vitest";
import { type EventSubscriber, eventDispatcher } from "./dispatch.ts";

const JOB = { eventId: "01926f3e-8000-7000-8000-000000000001", type: "claim.approved" };

function subscriber(name: string, types: readonly string[], calls: string[], fails = false): EventSubscriber {
  return {
    types,
    handle: async (eventId, type) => {
      calls.push(`${name} ${type} ${eventId.slice(-1)}`);
      if (fails) throw new Error(`${name} failed`);
    },
  };
}

test("one job tells everybody who reacts to its type, and nobody else", async () => {
  const calls: string[] = [];
  const dispatcher = eventDispatcher([
    subscriber("mails", ["claim.approved", "claim.rejected"], calls),
    subscriber("documents", ["claim.certification-added"], calls),
    subscriber("earnings", ["claim.approved"], calls),
  ]);
  await dispatcher.handle(JOB, "job");
  expect(calls).toEqual(["mails claim.approved 1", "earnings claim.approved 1"]);
});

test("an event nobody reacts to is done at once", async () => {
  await expect(eventDispatcher([]).handle(JOB, "job")).resolves.toBeUndefined();
});

test("when one of them fails, the others are called all the same, and the job is tried again", async () => {
  const calls: string[] = [];
  const dispatcher = eventDispatcher([
    subscriber("mails", ["claim.approved"], calls, true),
    subscriber("earnings", ["claim.approved"], calls),
  ]);
  await expect(dispatcher.handle(JOB, "job")).rejects.toThrow("mails failed");
  expect(calls).toHaveLength(2);
});

test("when several fail, all their reasons are told", async () => {
  const dispatcher = eventDispatcher([
    subscriber("mails", ["claim.approved"], [], true),
    subscriber("earnings", ["claim.approved"], [], true),
  ]);
  await expect(dispatcher.handle(JOB, "job")).rejects.toMatchObject({
    errors: [
      expect.objectContaining({ message: "mails failed" }),
      expect.objectContaining({ message: "earnings failed" }),
    ],
  });
});

test("a job that is none of ours fails", async () => {
  await expect(eventDispatcher([]).handle({ eventId: "x" }, "job")).rejects.toThrow();
});
