import { type ClaimContext, type Evidence, loadEvidence } from "../evidence/index.ts";
import { type Command, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { contextOf } from "./claim.ts";
import { lockForEditing } from "./edit-claim.ts";
import { mayReadFile } from "./may-read-file.ts";

/** Parts of the proof that can be added, changed and removed. */
export type ProofPart = "invoice" | "certification" | "document" | "metrics";

/**
 * Changes one part of a claim's proof while the claim is open for changes: lock, scope, right, status, then the change
 * itself, then the event. The claim's own version stays: adding an invoice does not change the claim (docs/api.md). `work`
 * returns the UUID of the part, which the event names. `existing` is the part that is changed; 404 when it is not there.
 */
export async function changeProof<T extends string | void>(
  tx: Tx,
  command: Command,
  claimId: string,
  part: ProofPart,
  did: "added" | "changed" | "removed",
  work: (claim: ClaimContext) => Promise<T>,
  existing?: { readonly kind: ListedPart; readonly id: string },
): Promise<T> {
  const known = existing && (() => partOf(tx, claimId, existing.kind, existing.id));
  const claim = await lockForEditing(tx, command, claimId, known);
  const mayAttach = (file: { id: string; uploadedBy: string }) => mayReadFile(tx, command.actor, file);
  const result = await work({ ...contextOf(claim), mayAttach });
  await events.record(tx, {
    at: command.now,
    type: `claim.${part}-${did}`,
    subjectType: "claim",
    subjectId: claim.id,
    partnerId: claim.partnerId,
    actor: command.actor,
    payload: typeof result === "string" ? { part: result } : {},
  });
  return result;
}

/** Kinds of parts that a claim's proof lists. */
export type ListedPart = "invoices" | "certifications" | "documents";

/** One part of the proof as it stands after a change; 404 when it is not there. */
export async function partOf<K extends ListedPart>(
  tx: Tx,
  claimId: string,
  kind: K,
  id: string,
): Promise<{ part: Evidence[K][number]; files: Evidence["files"] }> {
  const evidence = await loadEvidence(tx, claimId);
  const part = evidence[kind].find((one) => one.id === id);
  if (!part) throw notFound(kind.slice(0, -1));
  return { part, files: evidence.files };
}
