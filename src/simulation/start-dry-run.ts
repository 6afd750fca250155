import {
  type Command,
  DomainError,
  dateIn,
  enforce,
  idText,
  invalid,
  newUuid,
  nothingBlocks,
} from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { enqueue } from "../platform/jobs/index.ts";
import { EditionShape, notValid, recordById, resolved, validateEdition } from "../programs/index.ts";
import type { DryRun } from "./dry-run.ts";
import type { StartDryRunBody } from "./dry-run-contract.ts";
import { mayDryRun } from "./dry-run-policy.ts";
import { insertDryRun, loadDryRun, runUnderWay } from "./dry-run-store.ts";

/** The queue of the job that goes through the claims. */
export const DRY_RUN_QUEUE = "dry-run";

/**
 * Tries a version of an edition on the claims whose work was done in a span of days. The document is kept as it is now; a job
 * goes through the claims, and the run tells how far it is.
 *
 * Refuses: 404 for an edition that is unknown, 403 without the right to write it, 409 `dry-run-under-way` while it has one,
 * 422 `edition-not-valid` with the findings, or a span that has not begun.
 */
export async function startDryRun(
  tx: Tx,
  { actor, now }: Command,
  editionId: string,
  body: () => StartDryRunBody,
): Promise<DryRun> {
  const edition = await recordById(tx, editionId);
  enforce(mayDryRun(actor, edition.programId));
  const other = await runUnderWay(tx, edition.id);
  if (other !== undefined) throw underWay(other);
  const { from, to } = body();
  const findings = validateEdition(edition.document);
  if (!nothingBlocks(findings)) throw notValid(findings);
  const document = EditionShape.parse(resolved(edition.document));
  if (from > to) throw spanFault("to", "The last day lies before the first one.");
  if (from > dateIn(document.timeZone, now))
    throw spanFault("from", "Name a span that has begun: it is tried on past claims.");
  const run: DryRun = {
    id: newUuid(now),
    programId: edition.programId,
    editionId: edition.id,
    revision: edition.revision,
    from,
    to,
    status: "queued",
    total: null,
    judged: 0,
    totals: {},
    reached: null,
    failure: null,
    createdAt: now,
    createdBy: actor.personId,
    startedAt: null,
    finishedAt: null,
  };
  await insertDryRun(tx, run, document);
  await enqueue(tx, DRY_RUN_QUEUE, { dryRunId: run.id });
  return loadDryRun(tx, run.id);
}

function underWay(id: string): DomainError {
  return new DomainError({
    code: "dry-run-under-way",
    kind: "conflict",
    message: "A dry run of this edition is under way. Wait for it, or cancel it.",
    details: { dryRun: idText("dryRun", id) },
  });
}

function spanFault(field: string, message: string): DomainError {
  return invalid("invalid-body", message, [{ field, code: "span", message }]);
}
