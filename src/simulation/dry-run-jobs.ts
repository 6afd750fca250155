import { z } from "zod";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { enqueue, type JobHandler } from "../platform/jobs/index.ts";
import { silentRuns } from "./dry-run-store.ts";
import { type DryRunDeps, failDryRun, runDryRun } from "./run-dry-run.ts";
import { DRY_RUN_QUEUE } from "./start-dry-run.ts";

const DryRunJob = z.object({ dryRunId: z.uuid() });
/** A run saves a batch in seconds; one that is silent for so long lost its worker. */
const SILENCE_MS = 60_000;

/** What goes through the claims of a run. A fault ends the run with its reason: trying again would find the same. */
export function dryRunHandler(deps: DryRunDeps): JobHandler {
  return {
    queue: DRY_RUN_QUEUE,
    batchSize: 1,
    handle: async (data) => {
      const { dryRunId } = DryRunJob.parse(data);
      try {
        await runDryRun(deps, dryRunId);
      } catch (error) {
        await failDryRun(deps, dryRunId, error instanceof Error ? error.message : "unknown");
        throw error;
      }
    },
  };
}

/** Puts runs that lost their worker, as by a kill, on the queue again; they go on where they were. Returns how many. */
export async function resumeDryRuns({ db, now }: DryRunDeps): Promise<number> {
  return inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const silent = await silentRuns(tx, new Date(now().getTime() - SILENCE_MS));
    for (const dryRunId of silent) await enqueue(tx, DRY_RUN_QUEUE, { dryRunId });
    return silent.length;
  });
}
