import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { uuidOf } from "../../../src/kernel/index.ts";
import { ACKNOWLEDGED, claimableFund, readyClaim } from "../../program/ready-claim.ts";
import type { Said, Visitor } from "../../program/visitor.ts";

/** A claim with the key under which it is submitted, however often that takes. */
export interface Submission {
  /** As the API writes it. */
  readonly id: string;
  readonly key: string;
  tries: number;
  /** The answer that said it was done. */
  acknowledged: Said | undefined;
}

/** The claims of submissions, as the database knows them. */
export function uuidsOf(submissions: readonly Submission[]): string[] {
  return submissions.flatMap(({ id }) => uuidOf("claim", id) ?? []);
}

const RETRY_AFTER_MS = 150;
const GIVE_UP_AFTER_MS = 180_000;

/** Makes claims that can be submitted, a few side by side. */
export async function makeSubmissions(visitor: Visitor, count: number, inFlight: number): Promise<Submission[]> {
  const fund = await claimableFund(visitor);
  const made: Submission[] = [];
  await sideBySide(inFlight, Array.from({ length: count }), async () => {
    made.push({ id: await readyClaim(visitor, fund), key: randomUUID(), tries: 0, acknowledged: undefined });
  });
  return made;
}

/**
 * Submits all of them as a careful client does: never more than `inFlight` at once; what gets no answer, or a 5xx, is sent
 * again under the same key until it is acknowledged.
 */
export async function submitAll(
  visitor: Visitor,
  submissions: readonly Submission[],
  inFlight: number,
  onAcknowledged: (total: number) => void,
): Promise<void> {
  let total = 0;
  await sideBySide(inFlight, submissions, async (submission) => {
    const until = Date.now() + GIVE_UP_AFTER_MS;
    for (;;) {
      submission.tries += 1;
      const said = await send(visitor, submission);
      if (said !== undefined && said.status < 500) {
        if (said.status !== 200) throw new Error(`${submission.id}: ${said.status} ${JSON.stringify(said.body)}`);
        submission.acknowledged = said;
        onAcknowledged((total += 1));
        return;
      }
      if (Date.now() > until) throw new Error(`${submission.id} was not acknowledged in ${GIVE_UP_AFTER_MS / 1000} s`);
      await pause(RETRY_AFTER_MS);
    }
  });
}

/** One try; undefined when the line broke. */
export async function send(visitor: Visitor, { id, key }: Submission): Promise<Said | undefined> {
  const headers = { "idempotency-key": key };
  return visitor.send(`/claims/${id}/submission`, ACKNOWLEDGED, { headers }).catch(() => undefined);
}

/** Works through a list with a bounded number of workers; the first fault ends it. */
export async function sideBySide<T>(
  workers: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next] as T;
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: workers }, run));
}
