import { type Command, DomainError, enforce, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type DryRun, isUnderWay } from "./dry-run.ts";
import { mayDryRun } from "./dry-run-policy.ts";
import { changeDryRun, loadDryRun, lockDryRun } from "./dry-run-store.ts";

/** Ends a run that is under way. What it found so far stays; its job stops at the next batch. */
export async function cancelDryRun(tx: Tx, { actor, now }: Command, id: string, body: () => unknown): Promise<DryRun> {
  const run = await lockDryRun(tx, id);
  if (!run) throw notFound("dry run");
  enforce(mayDryRun(actor, run.programId));
  if (!isUnderWay(run))
    throw new DomainError({
      code: "wrong-status",
      kind: "conflict",
      message: "This dry run has ended; there is nothing to cancel.",
      details: { status: run.status, allowedFrom: ["queued", "running"] },
    });
  body();
  await changeDryRun(tx, id, { status: "cancelled", finishedAt: now });
  return loadDryRun(tx, id);
}
